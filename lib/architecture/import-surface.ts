/** Whose import it is sees it, as long as they may import at all. */
const ownImport = (id: string) =>
  `exists (select from imports i where i.id = t.${id} and i.created_by = person) and 'asset.import' = any (held)`

export const importTablesShown: Record<string, string> = {
  import_answers: ownImport('import_id'),
  import_mappings: `t.owner_id = person or t.shared = 'everyone' and 'asset.import' = any (held)`,
  import_mappings_versions: 'false',
  import_progress: ownImport('import_id'),
  import_row_roles: ownImport('import_id'),
  import_rows: ownImport('import_id'),
  import_written: ownImport('import_id'),
  imports: `t.created_by = person and 'asset.import' = any (held)`,
}

/** Tried in reach-raw-imports.db.test.ts and lib/features/imports. */
export const importDoors: Record<string, 'door'> = {
  'add_import_part(bigint,integer,bytea)': 'door',
  'answer_words(bigint,integer,jsonb)': 'door',
  'begin_commit(bigint)': 'door',
  'begin_import(text)': 'door',
  'cancel_import(bigint,integer)': 'door',
  'confirm_import(bigint,integer,uuid)': 'door',
  'end_commit(bigint,text)': 'door',
  'end_mapping(bigint)': 'door',
  'end_reading(bigint,jsonb)': 'door',
  'end_upload(bigint,bytea)': 'door',
  'fail_abandoned_imports()': 'door',
  'finish_commit(bigint)': 'door',
  'forget_imports()': 'door',
  'import_part(bigint,integer)': 'door',
  'mend_row(bigint,integer,integer,jsonb,jsonb)': 'door',
  'next_import_to_commit()': 'door',
  'next_import_to_read()': 'door',
  'refuse_import(bigint,text,text[])': 'door',
  'remember_mapping(bigint,text,text)': 'door',
  'replace_import(bigint,text)': 'door',
  'report_import_progress(bigint,text,integer)': 'door',
  'set_import_reason(bigint,integer,text)': 'door',
  'set_layout(bigint,integer,jsonb)': 'door',
  'skip_rows(bigint,integer,integer[],text)': 'door',
  'step_commit(bigint,integer,integer)': 'door',
  'store_import_roles(bigint,integer,jsonb)': 'door',
  'store_import_rows(bigint,jsonb)': 'door',
  'try_import_again(bigint,integer)': 'door',
  'unskip_rows(bigint,integer,integer[])': 'door',
}
