-- The steps of a commit: new assets with their judgement, changes, and at the end what goes to the approvers and the trail.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Why these levels: the row's own words, else where they stand. */
create function imported_reason(mine imports, r import_rows) returns text
language sql stable set search_path from current as $$
  select left(coalesce(nullif(btrim(r.reason), ''), mine.reclassification_reason,
    '取り込み：' || mine.file_name || ' ' || r.sheet_name || '!' || r.line || ' の記載による'), 1000)
$$;

/* The rows `low` to `high` that are to be written. Answers how many. */
create function step_commit(import bigint, low integer, high integer) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  mine imports;
  written bigint;
begin
  mine := begin_acting(import);
  update checked_imports c set up_to = high where c.xid = pg_current_xact_id() and c.import_id = import and low > c.up_to and high >= low
    and not exists (select from import_rows r where r.import_id = import and r.kind in ('new', 'changed') and r.place > c.up_to and r.place < low);
  if not found then perform refuse_writing('an import is written from its first row to its last, after it was checked'); end if;
  set constraints assets_classification_id_number_fkey deferred;
  perform write_new_rows(mine, low, high);
  perform write_changed_rows(mine, low, high);
  set constraints assets_classification_id_number_fkey immediate;
  select count(*) into written from import_rows r
  where r.import_id = import and r.place between low and high and r.kind in ('new', 'changed');
  perform end_acting();
  return written;
end $$;

create function write_new_rows(mine imports, low integer, high integer) returns void
language plpgsql volatile set search_path from current set enable_nestloop to off as $$
declare
  judgements constant regclass := pg_get_serial_sequence('classifications', 'id');
  current_id constant bigint := scheme_of_file('current');
  earlier_id constant bigint := scheme_of_file('earlier');
  education_id constant bigint := scheme_of_file('education');
  today constant date := app_today();
  moment constant timestamptz := app_now();
  whence constant text := '取り込み：' || mine.file_name || ' ';
begin
  insert into import_written (import_id, place, asset_number, classification_id)
  select mine.id, r.place, nextval('asset_numbers'), case when r.levels <> '{}' then nextval(judgements) end from import_rows r
  where r.import_id = mine.id and r.place between low and high and r.kind = 'new' and r.target = 'asset' order by r.place;
  insert into assets (number, state, department_id, classification_id, scheme_id, scheme_family, confidentiality, integrity, availability,
    importance, audience, level_rank, name, name_kana, kind_code, task, description, system_manager, city_wide, zone_code,
    zone_not_applicable, handling_notes, personal_data, my_number_use, data_subjects, personal_file_number, personal_file_exemption,
    medium, storage_location, user_scope, take_out, retention, disposal_due_on, has_backup, recovery_hours, outsourced_to,
    outsourcing_ends_on, outsourcing_checked_on, subcontracted, cloud_service, cloud_ismap, cloud_countries, cloud_standard_terms,
    cloud_approval, mfa_basis, sns_owner, visibility, next_review_on, registered_on, remarks, standard_asset_id, updated_at)
  select w.asset_number, 'draft', r.department_id, w.classification_id, s.id, s.family,
    r.levels ->> 'confidentiality', r.levels ->> 'integrity', r.levels ->> 'availability', r.levels ->> 'importance',
    case when r.levels <> '{}' then r.audience end, coalesce(l.rank, 0), c.name, c.name_kana, c.kind_code, c.task, c.description, c.system_manager,
    coalesce(c.city_wide, false), c.zone_code, coalesce(c.zone_not_applicable, false), c.handling_notes, c.personal_data, c.my_number_use,
    c.data_subjects, c.personal_file_number, c.personal_file_exemption, c.medium, c.storage_location, c.user_scope, c.take_out,
    c.retention, c.disposal_due_on, c.has_backup, c.recovery_hours, c.outsourced_to, c.outsourcing_ends_on, c.outsourcing_checked_on,
    c.subcontracted, c.cloud_service, c.cloud_ismap, c.cloud_countries, c.cloud_standard_terms, c.cloud_approval, c.mfa_basis,
    c.sns_owner, coalesce(c.visibility, 'internal'), c.next_review_on, c.registered_on, c.remarks, t.id, moment
  from import_rows r join import_written w on w.import_id = mine.id and w.place between low and high and w.place = r.place
  cross join lateral jsonb_populate_record(null::assets, r.defaults || r.read) c
  join classification_schemes s on s.id = case r.scheme when 'current' then current_id when 'earlier' then earlier_id else education_id end
  left join levels l on l.scheme_id = s.id
    and l.axis = case s.family when 'municipal' then 'confidentiality' else 'importance' end
    and l.code = case s.family when 'municipal' then r.levels ->> 'confidentiality' else r.levels ->> 'importance' end
  left join standard_assets t on r.scheme = 'education' and t.name = c.name
  where r.import_id = mine.id and r.place between low and high and r.kind = 'new' and r.target = 'asset'
  order by r.place;
  insert into classifications (id, asset_number, scheme_id, confidentiality, integrity, availability, importance, audience, classified_on,
    evaluator_id, occasion, reason)
  overriding system value
  select w.classification_id, w.asset_number, case r.scheme when 'current' then current_id when 'earlier' then earlier_id else education_id end,
    r.levels ->> 'confidentiality', r.levels ->> 'integrity', r.levels ->> 'availability', r.levels ->> 'importance', r.audience, today,
    mine.created_by, 'import', left(coalesce(nullif(btrim(r.reason), ''), whence || r.sheet_name || '!' || r.line || ' の記載による'), 1000)
  from import_rows r join import_written w on w.import_id = mine.id and w.place between low and high and w.place = r.place
  where r.import_id = mine.id and r.place between low and high and r.kind = 'new' and r.target = 'asset' and w.classification_id is not null
  order by r.place;
end $$;

create function write_standard_rows(mine imports) returns void
language plpgsql volatile set search_path from current as $$
declare
  last constant integer := (select coalesce(max(sort_order), 0) from standard_assets);
begin
  with added as (
    insert into standard_assets (name, scheme_id, importance, zone_code, storage_location, user_scope, take_out, retention, medium, sort_order)
    select c.name, scheme_of_file('education'), r.levels ->> 'importance', c.zone_code, c.storage_location, c.user_scope, c.take_out,
      c.retention, c.medium, last + row_number() over (order by r.place)
    from import_rows r cross join lateral jsonb_populate_record(null::assets, r.defaults || r.read) c
    where r.import_id = mine.id and r.kind = 'new' and r.target = 'standard'
    returning id, name)
  insert into import_written (import_id, place, asset_number)
  select mine.id, r.place, a.id from import_rows r join added a on a.name = r.read ->> 'name'
  where r.import_id = mine.id and r.kind = 'new' and r.target = 'standard';
  update standard_assets s set importance = b.importance, zone_code = b.zone_code, storage_location = b.storage_location,
    user_scope = b.user_scope, take_out = b.take_out, retention = b.retention, medium = b.medium
  from import_rows r cross join lateral (select (jsonb_populate_record(t, (
      select jsonb_object_agg(x.key, x.value -> 1) from jsonb_each(r.changes) x))).* from standard_assets t where t.id = r.asset_number) b
  where r.import_id = mine.id and r.kind = 'changed' and r.target = 'standard' and s.id = b.id;
end $$;

/* Of a draft everything at once; of a registered asset what needs no approval. */
create function write_changed_rows(mine imports, low integer, high integer) returns void
language plpgsql volatile set search_path from current as $$
declare
  axes constant text[] := array['confidentiality', 'integrity', 'availability', 'importance'];
begin
  with at_once as (
    select r.asset_number, c.after
    from import_rows r cross join lateral (
      select jsonb_object_agg(x.key, x.value -> 1) as after from jsonb_each(r.changes) x
      where x.key <> all (axes) and x.key <> all (r.proposes)) c
    where r.import_id = mine.id and r.place between low and high and r.kind = 'changed' and r.target = 'asset' and c.after is not null),
  becomes as (select (jsonb_populate_record(a, o.after)).* from at_once o join assets a on a.number = o.asset_number)
  update assets a set name = b.name, name_kana = b.name_kana, kind_code = b.kind_code, task = b.task, description = b.description,
    system_manager = b.system_manager, city_wide = b.city_wide, zone_code = b.zone_code, zone_not_applicable = b.zone_not_applicable,
    handling_notes = b.handling_notes, personal_data = b.personal_data, my_number_use = b.my_number_use, data_subjects = b.data_subjects,
    personal_file_number = b.personal_file_number, personal_file_exemption = b.personal_file_exemption, medium = b.medium,
    storage_location = b.storage_location, user_scope = b.user_scope, take_out = b.take_out, retention = b.retention,
    disposal_due_on = b.disposal_due_on, has_backup = b.has_backup, recovery_hours = b.recovery_hours, outsourced_to = b.outsourced_to,
    outsourcing_ends_on = b.outsourcing_ends_on, outsourcing_checked_on = b.outsourcing_checked_on, subcontracted = b.subcontracted,
    cloud_service = b.cloud_service, cloud_ismap = b.cloud_ismap, cloud_countries = b.cloud_countries,
    cloud_standard_terms = b.cloud_standard_terms, cloud_approval = b.cloud_approval, mfa_basis = b.mfa_basis, sns_owner = b.sns_owner,
    visibility = b.visibility, next_review_on = b.next_review_on, registered_on = b.registered_on, remarks = b.remarks
  from becomes b where a.number = b.number;
  insert into classifications (asset_number, scheme_id, confidentiality, integrity, availability, importance, audience, classified_on,
    evaluator_id, occasion, reason)
  select a.number, scheme_of_file(r.scheme), n.levels ->> 'confidentiality', n.levels ->> 'integrity', n.levels ->> 'availability',
    n.levels ->> 'importance', coalesce(r.audience, a.audience), app_today(), mine.created_by, 'import', imported_reason(mine, r)
  from import_rows r join assets a on a.number = r.asset_number
  cross join lateral (select to_jsonb(a) || r.levels as levels) n
  where r.import_id = mine.id and r.place between low and high and r.kind = 'changed' and r.target = 'asset'
    and a.state = 'draft' and r.changes ?| axes
  order by r.place;
end $$;

/*
 * The registrations of what was new: as submit_bundles would submit them, without asking anew of fifty thousand rows
 * what was known when they were written a moment ago.
 */
create function submit_new_rows(mine imports) returns void
language plpgsql volatile set search_path from current set enable_nestloop to off as $$
declare
  current_id constant bigint := scheme_of_file('current');
  earlier_id constant bigint := scheme_of_file('earlier');
  education_id constant bigint := scheme_of_file('education');
  after constant jsonb := '{"state": "active"}';
  submission constant bigint := nextval('proposal_submissions');
  bundle record;
  new_id bigint;
begin
  for bundle in
    with waiting as materialized (
      select r.place, w.asset_number, r.department_id, jsonb_build_object('state', 'draft', 'version', 1, 'department_id', r.department_id,
        'classification_id', w.classification_id, 'scheme_id', case r.scheme when 'current' then current_id when 'earlier' then earlier_id else education_id end,
        'confidentiality', r.levels -> 'confidentiality', 'integrity', r.levels -> 'integrity', 'availability', r.levels -> 'availability',
        'importance', r.levels -> 'importance', 'audience', r.audience) as before
      from import_rows r join import_written w on w.import_id = mine.id and w.place = r.place
      where r.import_id = mine.id and r.kind = 'new' and r.target = 'asset' and r.proposes <> '{}'),
    chains as materialized (
      select d.*, required_duties('registration', d.levels, after, null, d.department_id) as duties
      from (select distinct department_id, before - 'classification_id' as levels from waiting) d)
    select i.department_id, array_agg(row(null::bigint, i.at, i.asset_number, 'registration', 1, i.before, after, null, '{}', 'open')::proposal_items
      order by i.at) as items
    from (
      select w.*, c.duties, row_number() over (partition by w.department_id, c.duties order by w.place)::integer as at
      from waiting w join chains c on c.department_id = w.department_id and c.levels = w.before - 'classification_id') i
    group by i.department_id, i.duties order by i.department_id, i.duties
  loop
    insert into proposals (submission_id, department_id, origin, title, items, submitted_by, items_hash)
    values (submission, bundle.department_id, 'import', left('取り込み：' || mine.file_name, 300), cardinality(bundle.items), mine.created_by,
      items_hash(bundle.items))
    returning id into new_id;
    insert into proposal_items (proposal_id, place, asset_number, kind, base_version, before, after, judgement, loosens, state)
    select new_id, i.place, i.asset_number, i.kind, i.base_version, i.before, i.after, i.judgement, i.loosens, 'open'
    from unnest(bundle.items) i;
    perform begin_chain(new_id);
  end loop;
end $$;

/* What else goes to the approvers: [{departmentId, origin, title, items}], one bundle for each department and chain. */
create function import_bundles(mine imports) returns jsonb
language sql stable set search_path from current set enable_nestloop to off as $$
  with waiting as materialized (
    select r.place, a.number, a.version, a.department_id,
      case when r.proposes = array['state'] then 'registration' when j.judgement is null then 'change' else 'reclassification' end as kind,
      case when r.proposes = array['state'] then '{"state": "active"}' else (
        select coalesce(jsonb_object_agg(x.key, x.value -> 1), '{}') from jsonb_each(r.changes) x
        where x.key = any (r.proposes) and x.key not in ('confidentiality', 'integrity', 'availability', 'importance')) end as after,
      j.judgement, jsonb_build_object('classification_id', case when a.classification_id is not null then 1 end, 'scheme_id', a.scheme_id,
        'confidentiality', a.confidentiality, 'integrity', a.integrity, 'availability', a.availability, 'importance', a.importance) as levels
    from import_rows r join assets a on a.number = r.asset_number
    cross join lateral (select case when r.proposes && array['confidentiality', 'integrity', 'availability', 'importance'] then
      jsonb_build_object('schemeId', a.scheme_id, 'confidentiality', a.confidentiality, 'integrity', a.integrity, 'availability', a.availability,
        'importance', a.importance, 'audience', coalesce(r.audience, a.audience)) || r.levels
        || jsonb_build_object('reason', imported_reason(mine, r), 'occasion', 'import') end as judgement) j
    where r.import_id = mine.id and r.kind = 'changed' and r.proposes <> '{}' and r.target = 'asset'),
  chains as materialized (
    select d.*, required_duties(d.kind, d.levels, '{}', d.judged, d.department_id) as duties
    from (select distinct department_id, kind, levels, judgement - 'reason' as judged from waiting) d)
  select jsonb_agg(jsonb_build_object('departmentId', b.department_id, 'origin', 'import', 'title', left('取り込み：' || mine.file_name, 300),
    'items', b.items) order by b.department_id, b.duties)
  from (
    select w.department_id, c.duties, jsonb_agg(jsonb_build_object('number', w.number, 'version', w.version, 'kind', w.kind,
      'after', w.after, 'judgement', w.judgement) order by w.place) as items
    from waiting w join chains c on c.department_id = w.department_id and c.kind = w.kind and c.levels = w.levels
      and c.judged is not distinct from w.judgement - 'reason'
    group by w.department_id, c.duties) b
$$;

/* The last step: what waits for approval is submitted, one event a row, and the import is done. Answers how many events. */
create function finish_commit(import bigint) returns bigint
language plpgsql volatile security definer set search_path from current set enable_nestloop to off as $$
declare
  mine imports;
  bundles jsonb;
  answer jsonb;
  events jsonb;
begin
  mine := begin_acting(import);
  delete from checked_imports c where c.xid = pg_current_xact_id() and c.import_id = import
    and not exists (select from import_rows r where r.import_id = import and r.kind in ('new', 'changed') and r.place > c.up_to);
  if not found then perform refuse_writing('an import is done when all of it is written'); end if;
  perform submit_new_rows(mine);
  bundles := import_bundles(mine);
  if bundles is not null then
    answer := submit_proposals(bundles);
    if jsonb_typeof(answer) <> 'array' then
      raise exception 'the import can''t be submitted: %', answer ->> 'refused';
    end if;
  end if;
  select jsonb_agg(e.event order by e.rank, e.place) into events from (
    select 1 as rank, r.place::bigint, jsonb_build_object('action', case when r.target = 'standard' then 'standardAsset.' || case r.kind when 'new' then 'added' else 'edited' end
        when r.kind = 'new' then 'asset.imported' else 'asset.edited' end,
      'subjectType', case r.target when 'standard' then 'standard_assets' else 'assets' end, 'subjectId', coalesce(n.asset_number, r.asset_number),
      'details', jsonb_build_object('import', import::text, 'place', r.place, 'proposal', i.proposal_id::text)) as event
    from import_rows r left join import_written n on n.import_id = r.import_id and n.place = r.place
    left join (
      select i.asset_number, i.proposal_id from proposal_items i join proposals p on p.id = i.proposal_id where p.import_id = import) i
      on r.target = 'asset' and i.asset_number = coalesce(n.asset_number, r.asset_number)
    where r.import_id = import and r.kind in ('new', 'changed')
    union all
    select 2, p.id, jsonb_build_object('action', 'proposal.submitted', 'subjectType', 'proposals', 'subjectId', p.id,
      'details', jsonb_build_object('origin', 'import', 'items', p.items, 'import', import::text))
    from proposals p where p.import_id = import
    union all
    select 3, 0, jsonb_build_object('action', 'import.committed', 'subjectType', 'imports', 'subjectId', import, 'details',
      jsonb_build_object('counts', mine.counts, 'request', mine.request, 'skipped', (
        select jsonb_agg(jsonb_build_object('sheet', s.sheet_name, 'line', s.line, 'reason', s.skip_reason) order by s.place)
        from (select * from import_rows r where r.import_id = import and r.kind = 'skipped' order by r.place limit 500) s)))) e;
  perform record_events(events);
  update imports set state = 'done', ended_at = app_now(), counts = counts || jsonb_build_object('bundles', (
    select count(*) from proposals p where p.import_id = import)) where id = import;
  perform end_acting();
  return jsonb_array_length(events);
end $$;

revoke execute on function imported_reason(imports, import_rows), step_commit(bigint, integer, integer), write_new_rows(imports, integer, integer), write_standard_rows(imports),
  write_changed_rows(imports, integer, integer), import_bundles(imports), submit_new_rows(imports), finish_commit(bigint) from public;
grant execute on function step_commit(bigint, integer, integer), finish_commit(bigint) to daicho_write;
