import { importTablesShown } from './import-surface'

/**
 * Everything that the serving logins may ask the database, table by table and function by function: a test compares
 * these lists with pg_catalog, so that a new one fails until somebody has said here who sees what of it.
 */

/**
 * Which rows of a table somebody is shown: SQL over the row `t` and over what the *code* concludes of the viewer:
 * reached, opened (departments of asset.read, asset.readRestricted), person, held (permissions). No session: all empty.
 */
const labels = 'true'
const nobody = 'false'
const forOrganization = `'organization.read' = any (held)`
const forSchemes = `'scheme.read' = any (held)`
const inReach = `t.department_id = any (reached) and (t.visibility = 'internal' or t.department_id = any (opened))`
const forReviews = `'review.read' = any (held)`
/** The departments of review.read are those of asset.read. */
const answeredInReach = `exists (select from review_answers a where a.review_id = t.review_id and a.asset_number = t.asset_number and ${inReach.replaceAll('t.', 'a.')})`
/** Of the department, or of a row that is in reach itself. */
const givenInReach = `case when t.asset_number is null then t.department_id = any (reached) else ${answeredInReach} end`
const assetInReach = (column: string) =>
  `exists (select from assets a where a.number = t.${column} and ${inReach.replaceAll('t.', 'a.')})`
/** Whoever may decide what waits sees it, whosever the asset is. */
const forMe = (id: string) =>
  `exists (select from approval_steps s cross join lateral deciders(s.duty, s.department_id) x
    where s.proposal_id = t.${id} and s.state = 'waiting' and x.person_id = person)`
/** A proposal is seen by its submitter and its deciders, and by whoever may read every asset that it names. */
const proposalInReach = (id: string) =>
  `(exists (select from proposals p where p.id = t.${id} and p.submitted_by = person)
    or exists (select from approval_steps s where s.proposal_id = t.${id} and person in (s.decided_by, s.decided_for))
    or not exists (select from proposal_items i join assets a on a.number = i.asset_number
      where i.proposal_id = t.${id} and not (${inReach.replaceAll('t.', 'a.')}))
    or ${forMe(id)})`

export const tablesShown: Record<string, string> = {
  _prisma_migrations: labels,
  approval_steps: proposalInReach('proposal_id'),
  approval_steps_versions: nobody,
  asset_counts: inReach,
  asset_kinds: labels,
  asset_kinds_versions: nobody,
  assets: inReach,
  assets_versions: assetInReach('number'),
  audit_events: nobody,
  audit_links: labels,
  audit_transactions: nobody,
  classification_schemes: forSchemes,
  classification_schemes_versions: nobody,
  classifications: assetInReach('asset_number'),
  classifications_versions: nobody,
  department_categories: labels,
  department_categories_versions: nobody,
  department_lines: forOrganization,
  department_successions: forOrganization,
  department_successions_versions: nobody,
  departments: forOrganization,
  departments_versions: nobody,
  deputies: `person in (t.principal_id, t.deputy_id) or 'person.read' = any (held)`,
  deputies_versions: nobody,
  executive_bodies: labels,
  executive_bodies_versions: nobody,
  grants: `t.person_id = person or 'person.read' = any (held)`,
  grants_versions: nobody,
  handling_restrictions: forSchemes,
  handling_restrictions_versions: nobody,
  ...importTablesShown,
  levels: forSchemes,
  levels_versions: nobody,
  mail_settings_versions: nobody,
  notices: `t.person_id = person`,
  people: `t.id = person or 'person.read' = any (held)`,
  people_versions: nobody,
  review_answer_log: answeredInReach,
  review_answers: inReach,
  review_certifications: `t.department_id = any (reached)`,
  review_certifications_versions: nobody,
  review_counts: `t.department_id = any (reached)`,
  review_departments: `t.department_id = any (reached)`,
  review_departments_versions: nobody,
  review_reminders: forReviews,
  review_reminders_versions: nobody,
  review_reclassifications: forReviews,
  review_reclassifications_versions: nobody,
  review_files: givenInReach,
  review_given: givenInReach,
  review_questions: forReviews,
  review_questions_versions: nobody,
  review_recurrences: forReviews,
  review_recurrences_versions: nobody,
  review_scope: answeredInReach,
  review_sign_offs: `exists (select from review_departments d where d.review_id = t.review_id and d.bureau_id = t.bureau_id and d.is_school = t.is_school and d.department_id = any (reached))`,
  review_sign_offs_versions: nobody,
  review_statements: forReviews,
  reviews: forReviews,
  reviews_versions: nobody,
  proposal_items: `${proposalInReach('proposal_id')} and (${assetInReach('asset_number')} or ${forMe('proposal_id')})`,
  proposals: proposalInReach('id'),
  proposals_versions: nobody,
  role_permissions: labels,
  role_permissions_versions: nobody,
  scheme_mappings: forSchemes,
  scheme_mappings_versions: nobody,
  settings: labels,
  settings_versions: nobody,
  signed_sheets: 't.department_id = any (reached)',
  standard_assets: `'standardLedger.read' = any (held)`,
  standard_assets_versions: nobody,
  zones: labels,
  zones_versions: nobody,
}

/** The job library's queue: the writing login keeps it, whoever is signed in. It holds no row of the ledger. */
export const queueTables: readonly string[] = [
  'graphile_worker._private_job_queues',
  'graphile_worker._private_jobs',
  'graphile_worker._private_known_crontabs',
  'graphile_worker._private_tasks',
  'graphile_worker.jobs',
  'graphile_worker.migrations',
]

/** Rights beyond reading, of the writing login; the reading one has none. Nobody may delete a row of the portal's. */
export const tablesWritten: Record<string, readonly ('insert' | 'update' | 'delete')[]> = {
  assets: ['insert', 'update'],
  classification_schemes: ['insert', 'update'],
  classifications: ['insert'],
  department_successions: ['insert'],
  departments: ['insert', 'update'],
  deputies: ['insert', 'update'],
  grants: ['insert', 'update'],
  'graphile_worker._private_job_queues': ['delete', 'insert', 'update'],
  'graphile_worker._private_jobs': ['delete', 'insert', 'update'],
  'graphile_worker._private_known_crontabs': ['delete', 'insert', 'update'],
  'graphile_worker._private_tasks': ['delete', 'insert', 'update'],
  handling_restrictions: ['insert'],
  levels: ['insert'],
  people: ['insert', 'update'],
  standard_assets: ['insert', 'update'],
}

/**
 * pure: reads no row · own: answers about the viewer only · probed: shows rows, and reach-shown.db.test.ts asks it as
 * every role · door: an act with its own rules, tried in reach-raw-*.db.test.ts, lib/features/proposals, lib/platform/auth,
 * lib/platform/jobs, lib/features/{notices,mail} or lib/features/reviews (what shows a review: reach.db.test.ts there).
 */
export type FunctionKind = 'pure' | 'own' | 'probed' | 'door'

export const functionsOfReader: Record<string, FunctionKind> = {
  'app_now()': 'pure',
  'app_today()': 'pure',
  'asset_in_reach(bigint)': 'probed',
  'asset_trail(bigint,bigint,integer)': 'probed',
  'audit_event_sources(bigint[])': 'probed',
  'before_keys(text,jsonb,boolean)': 'pure',
  'cell_conditions(jsonb)': 'own',
  'changed_fields(jsonb,jsonb)': 'pure',
  'code_condition(text,jsonb)': 'pure',
  'count_found_assets(jsonb,integer)': 'probed',
  'count_withheld_assets(jsonb)': 'probed',
  'dashboard_figures(date)': 'probed',
  'earlier_departments(bigint)': 'door',
  'deputy_page()': 'probed',
  'end_of_day(date)': 'pure',
  'duty_roles(text,text)': 'pure',
  'ending_grants(integer)': 'probed',
  'fold_text(text)': 'pure',
  'grant_in_force(grants,date)': 'pure',
  'grants_in_force(text)': 'own',
  'holds(text)': 'own',
  'holds_everywhere(text)': 'own',
  'inbox_page(jsonb,integer,text)': 'probed',
  'is_deciding_role(text)': 'pure',
  'is_deputised(text)': 'pure',
  'job_overview()': 'probed',
  'key_columns(regclass)': 'pure',
  'ledger_rows(jsonb,text,boolean,date)': 'probed',
  'ledger_vocabulary()': 'probed',
  'list_sessions(bigint)': 'probed',
  'loosened_fields(jsonb,jsonb)': 'pure',
  'mail_overview()': 'door',
  'mapping_is_mine(bigint,text)': 'own',
  'own_import_part(bigint,integer)': 'own',
  'mapping_pairs()': 'door',
  'open_proposal(bigint)': 'probed',
  'opening_problem(bigint)': 'door',
  'pending_moves()': 'probed',
  'permission_in_use()': 'pure',
  'person_name(bigint)': 'probed',
  'count_review_scope(jsonb)': 'door',
  'count_scope_under(jsonb,text,text)': 'door',
  'proposal_detail(bigint,integer,integer)': 'probed',
  'proposal_for_me(bigint)': 'probed',
  'proposal_in_reach(bigint)': 'probed',
  'reach(text)': 'own',
  'read_trail(jsonb,bigint,integer)': 'probed',
  'reference_book()': 'probed',
  'refuse_other_columns(text,jsonb,jsonb)': 'pure',
  'refuse_writing(text)': 'pure',
  'returned_of_asset(bigint)': 'probed',
  'resume_session(text,text)': 'door',
  'offline_page(bigint)': 'door',
  'review_adoptable(bigint,bigint)': 'door',
  'review_department(bigint,bigint)': 'door',
  'show_offline(bigint)': 'door',
  'review_inbox()': 'own',
  'review_notices(bigint,bigint,integer)': 'door',
  'review_progress(bigint)': 'door',
  'review_report(bigint)': 'door',
  'review_row_objections(bigint,bigint,bigint[])': 'door',
  'review_scheme_changes(bigint)': 'door',
  'review_statement()': 'pure',
  'review_unit(bigint,bigint,boolean)': 'door',
  'review_versions(bigint,bigint)': 'door',
  'review_unrouted(bigint)': 'door',
  'row_conditions(jsonb)': 'pure',
  'sample_accounts()': 'probed',
  'sample_data_loaded()': 'pure',
  'search_assets(jsonb,text,boolean,text,bigint,integer)': 'probed',
  'searched_departments(jsonb)': 'own',
  'stored_columns(regclass)': 'pure',
  'stuck_inbox()': 'own',
  'text_pieces(text)': 'pure',
  'viewer_id()': 'own',
}
