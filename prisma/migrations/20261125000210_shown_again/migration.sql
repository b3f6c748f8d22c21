-- Whatever became other than it was shown is shown again before it is written: also rows of the standard ledger, what would
-- change in a row and not only in its asset, a department that has closed, and a scheme that has come into force since.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* What the words of a file for a scheme mean today; a file that was read with others has to be read again. */
create function schemes_of_files() returns bigint[]
language sql stable set search_path from current as $$
  select array[scheme_of_file('current'), scheme_of_file('earlier'), scheme_of_file('education')]
$$;
alter table imports add column schemes bigint[];
comment on column imports.schemes is 'What the words for a scheme meant when the file was read (schemes_of_files); null: before that was kept.';

/* As before (000040); `again`: what became other than it was shown is marked as moved. */
drop function match_standard_rows(bigint);
create function match_standard_rows(import bigint, again boolean) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  edits constant boolean := holds('standardLedger.edit');
  education_id constant bigint := scheme_of_file('education');
begin
  with asked as (
    select r.place, r.skip_reason, s.id, s.version, r.read_problems || case
        when r.read_problems <> '[]' then '[]'
        when not edits then row_note(r.name_cell, r.read ->> 'name', 'standardNotYours')
        when s.id is null and r.levels ->> 'importance' is null then row_note(r.name_cell, r.read ->> 'name', 'importanceMissing')
        else '[]' end as problems,
      min(r.place) over (partition by fold_name(r.read ->> 'name'), r.read_problems = '[]' and r.skip_reason is null) as first,
      case when s.id is null then '{}' else (
        select coalesce(jsonb_object_agg(w.key, jsonb_build_array(to_jsonb(s) -> w.key, w.value)), '{}')
        from jsonb_each(r.read || r.levels) w
        where w.key in ('importance', 'zone_code', 'storage_location', 'user_scope', 'take_out', 'retention', 'medium')
          and value_says(w.value) is distinct from value_says(to_jsonb(s) -> w.key)) end as changes
    from import_rows r left join standard_assets s on fold_name(s.name) = fold_name(r.read ->> 'name') and s.scheme_id = education_id
    where r.import_id = import and r.target = 'standard'),
  settled as (
    select a.*, case when a.skip_reason is not null then 'skipped' when a.problems <> '[]' then 'refused'
      when a.first <> a.place then 'double' when a.id is null then 'new' when a.changes = '{}' then 'unchanged' else 'changed' end as kind
    from asked a)
  update import_rows r set kind = s.kind, problems = s.problems, asset_number = s.id, asset_version = s.version, changes = s.changes, proposes = '{}',
    double_of = case when s.kind = 'double' then s.first end,
    moved = case when again then (r.kind, r.asset_number, r.asset_version, r.changes) is distinct from (s.kind, s.id, s.version, s.changes) else r.moved end
  from settled s where r.import_id = import and r.place = s.place;
end $$;
revoke execute on function match_standard_rows(bigint, boolean), schemes_of_files() from public;

/* Puts lines into a function as it stands today, whichever migration wrote it last; each must be found. */
create function mend_function(of regprocedure, old text, new text) returns void
language plpgsql set search_path from current as $$
declare
  stands constant text := pg_get_functiondef(of);
begin
  if strpos(stands, old) = 0 then raise exception '% has no line %', of, old; end if;
  execute replace(stands, old, new);
end $$;

select mend_function('match_import_rows(bigint, boolean)', 'perform match_standard_rows(import);', 'perform match_standard_rows(import, again);'),
  mend_function('match_import_rows(bigint, boolean)',
    'when r.department_id <> all (reached) then ''notYours''',
    'when r.department_id <> all (reached) then ''notYours''
        when r.number is null and r.department_id = any (closed) then ''closedDepartment'''),
  mend_function('match_import_rows(bigint, boolean)',
    'opened constant bigint[] := reach(''asset.readRestricted'');',
    'opened constant bigint[] := reach(''asset.readRestricted'');
  closed constant bigint[] := array(select d.id from departments d where d.valid_to < app_today());'),
  mend_function('match_import_rows(bigint, boolean)',
    'when f.problem is not null then f.args',
    'when q.early = ''closedDepartment'' then array[(select d.name from departments d where d.id = q.department_id)] when f.problem is not null then f.args'),
  mend_function('match_import_rows(bigint, boolean)',
    '(r.kind, r.asset_number, r.asset_version) is distinct from (s.kind, s.asset, s.version) else r.moved',
    '(r.kind, r.asset_number, r.asset_version, r.changes, r.proposes) is distinct from (s.kind, s.asset, s.version, coalesce(s.changes, ''{}''),
      case when s.kind = ''changed'' then s.proposes when s.kind = ''new'' and row_is_complete(s.scheme, s.levels, s.audience) then array[''state''] else ''{}'' end) else r.moved'),
  mend_function('end_reading(bigint, jsonb)',
    'perform keep_rows_of(import, mine.kept);',
    'perform keep_rows_of(import, mine.kept);
  update imports set kept = ''[]'', schemes = schemes_of_files() where id = import;'),
  mend_function('confirm_import(bigint, integer, uuid)',
    'perform match_import_rows(import, true);',
    'if mine.schemes <> schemes_of_files() then
    update import_rows set mended = ''{}'' where import_id = import and mended <> ''{}'';
    perform read_again(import);
    return ''changed'';
  end if;
  perform match_import_rows(import, true);'),
  mend_function('begin_commit(bigint)',
    'perform match_import_rows(import, true);',
    'perform from standard_assets s where s.id = any (array(
      select r.asset_number from import_rows r where r.import_id = import and r.kind = ''changed'' and r.target = ''standard''))
    order by s.id for no key update;
    if mine.schemes <> schemes_of_files() then
      perform end_acting();
      return ''changed'';
    end if;
    perform match_import_rows(import, true);');
drop function mend_function(regprocedure, text, text);
