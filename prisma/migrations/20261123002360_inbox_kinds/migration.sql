-- 未処理一覧: by kind with counts, quicker with hundreds of entries, and what nobody can decide for the secretariat.
select set_config('search_path', current_schema() || ', pg_temp', false);

drop function inbox_page(jsonb, integer);

/*
 * Proposals as entries of whoever is known to decide the step that waits: as proposal_detail answers them, with up to twenty
 * items, but without who else could decide: that is the dear part, and an entry of the list does not say it.
 */
create function listed_proposals(ids bigint[]) returns table (id bigint, shown jsonb)
language plpgsql stable security definer set search_path from current as $$
declare
  readable constant bigint[] := reach('asset.read');
  opened constant bigint[] := reach('asset.readRestricted');
begin
  return query
    select p.id, jsonb_build_object('id', p.id::text, 'version', p.version, 'submissionId', p.submission_id::text, 'title', p.title,
      'state', p.state, 'origin', p.origin, 'departmentId', p.department_id::text, 'department', d.name,
      'bureau', case when b.id <> d.id then b.name end, 'toDepartment', t.name,
      'submittedBy', jsonb_build_object('id', p.submitted_by::text, 'name', o.name), 'submittedAt', p.submitted_at,
      'reason', p.submit_reason, 'endReason', p.end_reason, 'baseChangedAt', p.base_changed_at, 'itemCount', p.items,
      'waitingStepId', (select s.id::text from approval_steps s where s.proposal_id = p.id and s.state = 'waiting'),
      'mayDecide', true, 'mayWithdraw', false,
      'steps', (
        select jsonb_agg(jsonb_build_object('id', s.id::text, 'place', s.place, 'generation', s.generation, 'duty', s.duty,
          'departmentId', s.department_id::text, 'department', e.name, 'state', s.state, 'decidedBy', y.name, 'decidedFor', f.name,
          'decidedAt', s.decided_at, 'reason', s.reason, 'names', '[]'::jsonb) order by s.generation, s.place)
        from approval_steps s join departments e on e.id = s.department_id
        left join people y on y.id = s.decided_by left join people f on f.id = s.decided_for
        where s.proposal_id = p.id),
      'items', (
        select coalesce(jsonb_agg(jsonb_build_object('number', i.asset_number::text, 'name', a.name, 'place', i.place, 'kind', i.kind,
          'baseVersion', i.base_version, 'before', i.before, 'after', i.after, 'judgement', i.judgement, 'loosens', to_jsonb(i.loosens),
          'state', i.state,
          'inReach', a.department_id = any (readable) and (a.visibility = 'internal' or a.department_id = any (opened)),
          'current', jsonb_build_object('schemeId', a.scheme_id::text, 'schemeFamily', a.scheme_family,
            'confidentiality', a.confidentiality, 'integrity', a.integrity, 'availability', a.availability, 'importance', a.importance,
            'audience', a.audience, 'zoneCode', a.zone_code, 'zoneNotApplicable', a.zone_not_applicable, 'kindCode', a.kind_code,
            'personalData', a.personal_data, 'dataSubjects', a.data_subjects, 'departmentId', a.department_id::text, 'state', a.state))
          order by i.place), '[]')
        from (select x.* from proposal_items x where x.proposal_id = p.id order by x.place limit 20) i
        join assets a on a.number = i.asset_number))
    from proposals p
    join departments d on d.id = p.department_id
    join departments b on b.id = d.bureau_id
    join people o on o.id = p.submitted_by
    left join departments t on t.id = p.to_department_id
    where p.id = any (ids);
end $$;

/*
 * What waits for the viewer, the oldest first; `before` is the `next` of the page before; only_kind: approval, returned or
 * seen. counts: of each kind, whatever is shown.
 */
create function inbox_page(before jsonb, page_size integer, only_kind text default null) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  viewer constant bigint := permitted_viewer_id();
begin
  return (
    with found as materialized (
      select e.*, e.id * 3 + case e.kind when 'approval' then 0 when 'returned' then 1 else 2 end as name from inbox_entries(viewer) e),
    page as (
      select f.*, row_number() over (order by f.since, f.name) as place from found f
      where (only_kind is null or f.kind = only_kind)
        and (before is null or (f.since, f.name) > ((before ->> 'since')::timestamptz, (before ->> 'id')::bigint))
      order by f.since, f.name limit page_size + 1)
    select jsonb_build_object(
      'entries', coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'since', p.since,
        'stepId', case when p.kind <> 'returned' then p.id::text end,
        'duty', (select s.duty from approval_steps s where s.id = p.id and p.kind <> 'returned'),
        'onBehalfOf', person_name(p.principal), 'proposal', case p.kind when 'approval' then l.shown else proposal_detail(p.proposal, 0, 20) end) order by p.place)
        filter (where p.place <= page_size), '[]'),
      'next', (select jsonb_build_object('since', l.since, 'id', l.name::text) from page l
        where l.place = page_size and exists (select from page x where x.place > page_size)),
      'total', (select count(*) from found),
      'counts', (select coalesce(jsonb_object_agg(c.kind, c.entries), '{}') from (select f.kind, count(*) as entries from found f group by 1) c))
    from page p left join listed_proposals(array(select a.proposal from page a where a.kind = 'approval')) l on l.id = p.proposal and p.kind = 'approval');
end $$;

/* Steps that nobody can decide, by duty and department: for whoever has posts filled (事務局). */
create function stuck_steps(person bigint)
returns table (since timestamptz, duty text, department bigint, proposals bigint)
language plpgsql stable security definer set search_path from current as $$
begin
  if not exists (select from grants g where g.person_id = person and g.role = 'secretariat' and grant_in_force(g, app_today())) then
    return;
  end if;
  return query
    select min(s.waiting_since), s.duty, s.department_id, count(*)
    from approval_steps s
    where s.state = 'waiting' and s.open_to = 99 and opening_rank(s.id) = 99
    group by s.duty, s.department_id;
end $$;

/* The same for the viewer's inbox, the oldest first; nothing of what was submitted. */
create function stuck_inbox() returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('since', w.since, 'duty', w.duty, 'proposals', w.proposals, 'departmentId', d.id::text,
      'department', d.name, 'bureau', (select b.name from departments b where b.id = d.bureau_id and b.id <> d.id),
      'isSchool', d.category_code = 'school') order by w.since, d.code, w.duty), '[]')
    from stuck_steps(permitted_viewer_id()) w join departments d on d.id = w.department);
end $$;

create or replace function inbox_count(person bigint) returns integer
language plpgsql stable security definer set search_path from current as $$
begin
  return proposal_inbox_count(person) + (select count(*) from review_entries(person)) + (select count(*) from stuck_steps(person));
end $$;

revoke execute on function listed_proposals(bigint[]), inbox_page(jsonb, integer, text), stuck_steps(bigint), stuck_inbox() from public;
grant execute on function inbox_page(jsonb, integer, text), stuck_inbox() to daicho_read, daicho_write;
