-- Imports: a file, what was read of it, and what it would do to the ledger. Written by doors only (000030 to 000065).
select set_config('search_path', current_schema() || ', pg_temp', false);

create table imports (
  id bigint generated always as identity primary key,
  state text not null default 'uploaded' check (state in ('uploaded', 'reading', 'asking', 'previewed', 'queued',
    'committing', 'done', 'refused', 'cancelled', 'failed')),
  created_by bigint not null references people,
  created_at timestamptz not null default app_now(),
  file_name text not null check (length(file_name) between 1 and 255),
  file_bytes bigint check (file_bytes between 0 and 33554432),
  file_hash bytea,
  layout jsonb not null default '{}' check (jsonb_typeof(layout) = 'object'),
  found jsonb not null default '{}' check (jsonb_typeof(found) = 'object'),
  kept jsonb not null default '[]',
  blanks text not null default 'keep' check (blanks in ('keep', 'clear')),
  reclassification_reason text check (length(reclassification_reason) <= 1000),
  counts jsonb not null default '{}',
  failure text,
  failure_args text[] not null default '{}',
  rows_hash bytea,
  request uuid,
  confirmed_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  check ((state in ('done', 'refused', 'cancelled', 'failed')) = (ended_at is not null))
);
create index on imports (created_by, id);
create index on imports (state, id) where state in ('uploaded', 'reading', 'queued', 'committing');
create trigger bump before update on imports for each row execute function bump_version();
comment on column imports.layout is 'What the person has put right: {sheets, encoding}; absent = as found.';
comment on column imports.found is 'What the reading found: {format, encoding, sheets, asked, …}.';
comment on column imports.kept is 'Rows skipped or mended, by sheet and line, while the file is read again.';
comment on column imports.rows_hash is 'sha256 of the rows as they were confirmed; only these are written.';

create table import_file_parts (
  import_id bigint not null references imports,
  place integer not null check (place between 1 and 64),
  content bytea not null check (length(content) between 1 and 1048576),
  primary key (import_id, place)
);
alter table import_file_parts alter column content set storage external;

create table import_rows (
  import_id bigint not null references imports,
  place integer not null,
  sheet integer not null,
  sheet_name text not null,
  line integer not null,
  target text not null default 'asset' check (target in ('asset', 'standard')),
  cells jsonb not null,
  department_id bigint references departments,
  number bigint,
  name_cell text not null,
  scheme text not null check (scheme in ('current', 'earlier', 'education')),
  levels jsonb not null default '{}',
  audience text,
  reason text,
  read jsonb not null,
  blanks text[] not null default '{}',
  defaults jsonb not null default '{}',
  read_problems jsonb not null default '[]',
  read_notices jsonb not null default '[]',
  readings jsonb not null default '[]',
  problems jsonb not null default '[]',
  notices jsonb not null default '[]',
  kind text not null check (kind in ('new', 'changed', 'unchanged', 'double', 'refused', 'skipped')),
  asset_number bigint,
  asset_version integer,
  double_of integer,
  changes jsonb not null default '{}',
  proposes text[] not null default '{}',
  skip_reason text check (length(btrim(skip_reason)) between 1 and 200),
  mended jsonb not null default '{}',
  moved boolean not null default false,
  primary key (import_id, place)
);
create index on import_rows (import_id, kind, place);
comment on column import_rows.read is 'Columns of assets as the file says them; blanks: those with a column and nothing in it.';
comment on column import_rows.defaults is 'What a new row gets besides.';
comment on column import_rows.changes is '{column: [before, after]}, levels by their axis.';
comment on column import_rows.proposes is 'Which of them go to the approvers: columns, levels, or state for a registration.';

-- The assets that new rows became; a narrow table, for the rows themselves are wide.
create table import_written (
  import_id bigint not null references imports,
  place integer not null,
  asset_number bigint not null,
  classification_id bigint,
  primary key (import_id, place)
);
create table import_row_roles (
  import_id bigint not null references imports,
  sheet integer not null,
  line integer not null,
  lines integer not null default 1 check (lines > 0),
  role text not null check (role in ('title', 'head', 'section', 'blank', 'total', 'note')),
  text text not null default '',
  primary key (import_id, sheet, line)
);
create table import_answers (
  import_id bigint not null references imports,
  field text not null,
  written text not null,
  chosen text not null,
  primary key (import_id, field, written)
);
-- A table of its own: a commit that runs for half a minute never locks it.
create table import_progress (
  import_id bigint primary key references imports,
  phase text not null check (phase in ('reading', 'matching', 'checking', 'writing', 'submitting')),
  done integer not null default 0,
  total integer,
  cancel_asked boolean not null default false,
  at timestamptz not null default clock_timestamp()
);
create table import_mappings (
  id bigint generated always as identity primary key,
  owner_id bigint not null references people,
  name text not null check (length(btrim(name)) between 1 and 100),
  head_hash text not null,
  head text[] not null,
  sheet jsonb not null,
  answers jsonb not null default '[]',
  shared text not null default 'own' check (shared in ('own', 'department', 'everyone')),
  created_at timestamptz not null default app_now(),
  used_at timestamptz,
  ended_on date,
  version integer not null default 1
);
create index on import_mappings (head_hash) where ended_on is null;
create trigger bump before update on import_mappings for each row execute function bump_version();
create trigger keep_rows before delete on import_mappings for each row execute function refuse_row_removal();
create trigger keep_rows before delete on imports for each row execute function refuse_row_removal();

/* The import that this transaction writes at this moment. */
create function acting_import() returns bigint
language sql stable security definer set search_path from current as $$
  select a.import_id from acting_imports a where a.xid = pg_current_xact_id_if_assigned()
$$;
alter table proposals add column import_id bigint references imports;
alter table proposals alter column import_id set default acting_import();
create index on proposals (import_id) where import_id is not null;
select keep_versions('proposals');

/* A mapping: one's own, those of people who import for one of my departments, those for everybody. */
create function mapping_is_mine(owner bigint, shared text) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  viewer constant bigint := permitted_viewer_id();
begin
  return viewer is not null and (owner = viewer or shared = 'everyone' and holds('asset.import')
    or shared = 'department' and exists (
      select from grants g
      where g.person_id = owner and g.scope_kind = 'department' and g.department_id = any (reach('asset.import'))
        and g.valid_from <= app_today() and (g.until is null or g.until >= app_today())
        and (g.ended_on is null or g.ended_on > app_today())));
end $$;

do $$
declare
  named text;
begin
  foreach named in array array['imports', 'import_file_parts', 'import_rows', 'import_written', 'import_row_roles', 'import_answers',
    'import_progress', 'import_mappings'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format('create policy owner on %I to current_user using (true) with check (true)', named);
    continue when named = 'import_file_parts';
    execute format('create policy own on %I for select to daicho_read, daicho_write using (%s)', named, case named
      when 'imports' then 'created_by = (select viewer_id()) and (select holds(''asset.import''))'
      when 'import_mappings' then 'mapping_is_mine(owner_id, shared)'
      else 'import_id = any (array(select i.id from imports i))' end);
    execute format('grant select on %I to daicho_read, daicho_write', named);
  end loop;
end $$;
select keep_versions('import_mappings');

revoke execute on function acting_import(), mapping_is_mine(bigint, text) from public;
grant execute on function mapping_is_mine(bigint, text) to daicho_read, daicho_write;
