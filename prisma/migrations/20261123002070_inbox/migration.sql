-- 未処理一覧: what waits for a person, and a proposal in full as pages show it.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Was what was returned taken up again: submitted anew, or its asset ended? */
create function answered_again(proposal bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (
    select from proposal_items i join assets a on a.number = i.asset_number
    where i.proposal_id = proposal and (a.state not in ('draft', 'active')
      or exists (select from proposal_items n where n.asset_number = i.asset_number and n.proposal_id > proposal)));
end $$;

/* approval: a step listed for the person's post; returned: their own submission; seen: decided by their deputy (後閲). */
create function inbox_entries(person bigint)
returns table (kind text, since timestamptz, id bigint, proposal bigint, principal bigint)
language plpgsql stable security definer set search_path from current as $$
declare
  today constant date := app_today();
  standing constant bigint[] := standing_in_for(person);
  posts constant grants[] := array(
    select g from grants g where g.person_id = person and is_deciding_role(g.role)
      and g.valid_from <= today and (g.until is null or g.until >= today) and (g.ended_on is null or g.ended_on > today)
    union all
    select g from deputies_in_force() d join grants g on g.id = d.grant_id where d.deputy_id = person);
  reached bigint[];
begin
  if posts <> '{}' then
    reached := array(
      select l.department_id from unnest(posts) o join department_lines l on l.ancestor_id = o.department_id
      union select d.id from departments d
      where exists (select from unnest(posts) o where o.scope_kind = 'everything' or o.scope_kind = 'schools' and d.category_code = 'school'
        or o.executive_body_code = d.executive_body_code));
    return query
      select distinct on (s.id) 'approval', s.waiting_since, s.id, s.proposal_id, nullif(o.person_id, person)
      from approval_steps s
      join proposals p on p.id = s.proposal_id
      join departments d on d.id = s.department_id
      join unnest(posts) o on array_position(duty_roles(s.duty, d.category_code), o.role) <= s.open_to
        and (o.scope_kind = 'everything' or o.scope_kind = 'schools' and d.category_code = 'school'
          or o.executive_body_code = d.executive_body_code
          or exists (select from department_lines l where l.ancestor_id = o.department_id and l.department_id = d.id))
      where s.state = 'waiting' and s.department_id = any (reached)
        and p.submitted_by not in (person, o.person_id) and p.submitted_by <> all (standing)
        -- The first step of a chain has none before it.
        and (s.place = 1 or not decided_before(s.id, person, nullif(o.person_id, person)))
      order by s.id, o.person_id <> person, o.id;
  end if;
  return query
    select 'returned', p.decided_at, p.id, p.id, null::bigint from proposals p
    where p.submitted_by = person and p.state = 'returned' and p.decided_at > app_now() - interval '30 days' and not answered_again(p.id);
  return query
    select 'seen', s.decided_at, s.id, s.proposal_id, null::bigint from approval_steps s
    where s.decided_for = person and s.seen_by_principal_at is null;
end $$;

/* How many there are, for the header: asked with the session, so it names the person. */
create function inbox_count(person bigint) returns integer
language plpgsql stable security definer set search_path from current as $$
begin
  return (select count(*) from inbox_entries(person));
end $$;

/* A proposal with some of its items in the words of the database; steps of all generations, in order. */
create function proposal_json(wanted bigint, shown_items jsonb) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  viewer constant bigint := permitted_viewer_id();
  waiting constant bigint := (select s.id from approval_steps s where s.proposal_id = wanted and s.state = 'waiting');
begin
  return (
    select jsonb_build_object('id', p.id::text, 'version', p.version, 'submissionId', p.submission_id::text, 'title', p.title,
      'state', p.state, 'origin', p.origin, 'departmentId', p.department_id::text, 'department', d.name,
      'bureau', (select b.name from departments b where b.id = d.bureau_id and b.id <> d.id),
      'toDepartment', (select t.name from departments t where t.id = p.to_department_id),
      'submittedBy', jsonb_build_object('id', p.submitted_by::text, 'name', person_name(p.submitted_by)),
      'submittedAt', p.submitted_at, 'reason', p.submit_reason, 'endReason', p.end_reason, 'baseChangedAt', p.base_changed_at,
      'items', shown_items, 'itemCount', p.items, 'waitingStepId', waiting::text,
      'steps', (
        select jsonb_agg(jsonb_build_object('id', s.id::text, 'place', s.place, 'generation', s.generation, 'duty', s.duty,
          'departmentId', s.department_id::text, 'department', (select o.name from departments o where o.id = s.department_id),
          'state', s.state, 'decidedBy', person_name(s.decided_by), 'decidedFor', person_name(s.decided_for),
          'decidedAt', s.decided_at, 'reason', s.reason, 'names', case when s.state in ('future', 'waiting') then (
            select coalesce(jsonb_agg(distinct person_name(x.person_id)), '[]') from eligible_deciders(s.id) x
            where not x.absent and x.rank <= s.open_to) else '[]' end) order by s.generation, s.place)
        from approval_steps s where s.proposal_id = p.id),
      'mayDecide', waiting is not null and exists (select from eligible_deciders(waiting) x where x.person_id = viewer),
      'mayWithdraw', p.state = 'submitted' and (p.submitted_by = viewer or not exists (
        select from (select distinct i.kind from proposal_items i where i.proposal_id = p.id) k
        where not exists (select from unnest(kind_permissions(k.kind)) n where p.department_id = any (reach(n))))))
    from proposals p join departments d on d.id = p.department_id where p.id = wanted);
end $$;

/* Items of a proposal, each with what its asset says now; none of an asset that the viewer has nothing to do with. */
create function items_json(wanted bigint, only_asset bigint, after_place integer, page_size integer) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  mine constant boolean := proposal_for_me(wanted);
  readable constant bigint[] := reach('asset.read');
  opened constant bigint[] := reach('asset.readRestricted');
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('number', i.asset_number::text, 'name', i.name, 'place', i.place, 'kind', i.kind,
      'baseVersion', i.base_version, 'before', i.before, 'after', i.after, 'judgement', i.judgement, 'loosens', to_jsonb(i.loosens),
      'state', i.state, 'inReach', i.in_reach, 'current', i.current) order by i.place), '[]')
    from (
      select i.*, a.name, a.department_id = any (readable) and (a.visibility = 'internal' or a.department_id = any (opened)) as in_reach,
        jsonb_build_object('schemeId', a.scheme_id::text, 'schemeFamily', a.scheme_family,
          'confidentiality', a.confidentiality, 'integrity', a.integrity, 'availability', a.availability, 'importance', a.importance,
          'audience', a.audience, 'zoneCode', a.zone_code, 'zoneNotApplicable', a.zone_not_applicable, 'kindCode', a.kind_code,
          'personalData', a.personal_data, 'dataSubjects', a.data_subjects, 'departmentId', a.department_id::text, 'state', a.state) as current
      from proposal_items i join assets a on a.number = i.asset_number
      where i.proposal_id = wanted and i.place > after_place and (only_asset is null or i.asset_number = only_asset)
        and (mine or a.department_id = any (readable) and (a.visibility = 'internal' or a.department_id = any (opened)))
      order by i.place limit page_size) i);
end $$;

/* One proposal with a page of its items; null when it is not there or out of reach. */
create function proposal_detail(id bigint, after_place integer, page_size integer) returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  if not proposal_in_reach(id) then return null; end if;
  return proposal_json(id, items_json(id, null, after_place, page_size));
end $$;

/* What is proposed for an asset now, with its item only; the title of a bundle that is not in reach is the asset's name. */
create function open_proposal(asset bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  found_id constant bigint := (select i.proposal_id from proposal_items i where i.asset_number = asset and i.state in ('open', 'approved'));
begin
  if found_id is null or not (asset_in_reach(asset) or proposal_for_me(found_id)) then return null; end if;
  return proposal_json(found_id, items_json(found_id, asset, 0, 1))
    || case when proposal_in_reach(found_id) then '{}' else jsonb_build_object('title', (select name from assets where number = asset)) end;
end $$;

/* What waits for the viewer, the oldest first; `before` is the `next` of the page before. */
create function inbox_page(before jsonb, page_size integer) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  viewer constant bigint := permitted_viewer_id();
begin
  return (
    with found as materialized (
      select e.*, e.id * 3 + case e.kind when 'approval' then 0 when 'returned' then 1 else 2 end as name from inbox_entries(viewer) e),
    page as (
      select f.*, row_number() over (order by f.since, f.name) as place from found f
      where before is null or (f.since, f.name) > ((before ->> 'since')::timestamptz, (before ->> 'id')::bigint)
      order by f.since, f.name limit page_size + 1)
    select jsonb_build_object(
      'entries', coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'since', p.since,
        'stepId', case when p.kind <> 'returned' then p.id::text end,
        'duty', (select s.duty from approval_steps s where s.id = p.id and p.kind <> 'returned'),
        'onBehalfOf', person_name(p.principal), 'proposal', proposal_detail(p.proposal, 0, 20)) order by p.place)
        filter (where p.place <= page_size), '[]'),
      'next', (select jsonb_build_object('since', l.since, 'id', l.name::text) from page l
        where l.place = page_size and exists (select from page x where x.place > page_size)),
      'total', (select count(*) from found))
    from page p);
end $$;

create or replace function resume_session(secret text, moved_to text default null) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  found_session sessions;
  answer jsonb;
begin
  if moved_to is not null then perform set_config('app.now', moved_to, true); end if;
  select * into found_session from session_in_force(secret);
  if not found then return null; end if;
  if found_session.last_seen_at < app_now() - interval '1 minute' then
    update sessions set last_seen_at = app_now() where id = found_session.id;
  end if;
  select jsonb_build_object(
    'sessionId', found_session.id::text, 'personId', p.id::text, 'name', p.name, 'loginId', p.login_id,
    'mustChangePassword', found_session.kind = 'password' and coalesce(c.must_change, false),
    'passwordReset', case when c.reset_at > app_now() - interval '90 days' then
      jsonb_build_object('at', c.reset_at, 'by', (select r.name from people r where r.id = c.reset_by)) end,
    'grants', viewer_grants(p.id), 'today', app_today(), 'waiting', inbox_count(p.id),
    'city', (select value #>> '{}' from settings where key = 'city_name'),
    'referenceEdition', (select edition from reference_edition)::text,
    'sampleData', sample_data_loaded(), 'clockMoved', app_now() <> transaction_timestamp())
  into strict answer
  from people p left join credentials c on c.person_id = p.id
  where p.id = found_session.person_id;
  return answer;
end $$;

/* As before, and with the filter `proposed`: assets with a change that waits for approval. */
create or replace function row_conditions(filters jsonb) returns text
language plpgsql stable security definer set search_path from current as $$
declare
  found text[] := '{}';
  word text;
  folded text;
begin
  foreach word in array regexp_split_to_array(btrim(normalize(coalesce(filters ->> 'q', ''), nfkc)), '\s+') loop
    folded := fold_text(word);
    continue when folded = '';
    -- One or two characters are a piece themselves; the pieces of a longer word need not stand together.
    found := found || format('(%ssearch_pieces @> %L::text[]%s)',
      case when folded ~ '^[0-9]{1,18}$' then format('number = %s or ', folded) else '' end,
      case when length(folded) = 1 then array[folded]
        else (select array_agg(substr(folded, at, 2)) from generate_series(1, length(folded) - 1) at) end,
      case when length(folded) > 2
        then format(' and position(%L in fold_text(name || coalesce('' '' || name_kana, ''''))) > 0', folded) else '' end);
  end loop;
  if filters ? 'unconfirmedBefore' then
    found := found || format('(last_confirmed_on is null or last_confirmed_on < %L::date)', filters ->> 'unconfirmedBefore');
  end if;
  if filters ? 'proposed' then
    found := found || 'number in (select asset_number from proposal_items where state in (''open'', ''approved''))'::text;
  end if;
  return array_to_string(found, ' and ');
end $$;

revoke execute on function answered_again(bigint), inbox_entries(bigint), inbox_count(bigint), proposal_json(bigint, jsonb),
  items_json(bigint, bigint, integer, integer), proposal_detail(bigint, integer, integer), open_proposal(bigint),
  inbox_page(jsonb, integer) from public;
grant execute on function proposal_detail(bigint, integer, integer), open_proposal(bigint), inbox_page(jsonb, integer)
  to daicho_read, daicho_write;
