-- 代決 on screen: heads name their own deputy; who may be named, what is named, and the trail in the deputy's own name.
select set_config('search_path', current_schema() || ', pg_temp', false);

insert into role_permissions (role, permission)
select unnest(array['ciso', 'chiefOfficer', 'educationChief', 'bureauOfficer', 'assetManager', 'educationOfficer']), 'deputy.name';
select record_events('[{"action": "permissions.loaded", "subjectType": "role_permissions"}]');

/*
 * Who could stand in for a post: whoever holds a post that edits or decides. A head chooses within the bureau of their own
 * post; for a post over more than one department, and with grant.manageApprovers, the whole city.
 */
create function stand_ins(post bigint, whole_city boolean) returns setof bigint
language plpgsql stable security definer set search_path from current as $$
declare
  today constant date := app_today();
  bureau constant bigint := (select d.bureau_id from grants g join departments d on d.id = g.department_id where g.id = post);
begin
  return query
    select distinct p.id
    from grants g
    join people p on p.id = g.person_id and p.employment <> 'system' and (p.ended_on is null or p.ended_on > today)
    left join departments d on d.id = g.department_id
    where grant_in_force(g, today)
      and exists (select from role_permissions r where r.role = g.role and r.permission in ('proposal.decide', 'asset.edit'))
      and (whole_city or bureau is null or d.bureau_id = bureau)
      and p.id is distinct from (select o.person_id from grants o where o.id = post);
end $$;

/*
 * What speaks against naming this deputy (null: an absence without one) for this post and period; null when nothing does.
 * The command asks it first, and the guard again; whether the permission is held at all is the policy's question.
 */
create function deputy_objection(post bigint, deputy bigint, first_day date, last_day date) returns text
language plpgsql stable security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
  permission constant text := permission_in_use();
  holder constant bigint := (
    select g.person_id from grants g join people p on p.id = g.person_id and (p.ended_on is null or p.ended_on > app_today())
    where g.id = post and is_deciding_role(g.role) and grant_in_force(g, app_today()));
begin
  return case
    when permission not in ('deputy.name', 'grant.manageApprovers') then 'notYours'
    when holder is null then 'noSuchPost'
    when permission = 'deputy.name' and holder <> viewer then 'notYours'
    when permission = 'grant.manageApprovers' and deputy = viewer then 'ownFavour'
    when deputy = holder then 'samePerson'
    when first_day < app_today() or last_day < first_day or last_day > first_day + 366 then 'periodUnfit'
    when deputy is not null and deputy not in (select stand_ins(post, permission = 'grant.manageApprovers')) then 'cannotStandIn'
    when exists (
      select from deputies d where d.grant_id = post and d.valid_from <= last_day
        and least(d.until, coalesce(d.ended_on - 1, d.until)) >= greatest(first_day, d.valid_from)) then 'overlaps'
  end;
end $$;

/* As before; and one period of a post at a time, from today on, whose deputy is one that may be chosen. */
create or replace function guard_deputy() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
  objection text;
begin
  if viewer is null then perform refuse_writing('nobody is signed in'); end if;
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - array['until', 'ended_on', 'version'] <> to_jsonb(old) - array['until', 'ended_on', 'version']
       or new.until > old.until or old.ended_on is not null and new.ended_on is distinct from old.ended_on then
      perform refuse_writing('a deputy is ended, not rewritten');
    end if;
    return new;
  end if;
  new.named_by := viewer;
  perform from grants where id = new.grant_id for no key update;
  if not exists (select from grants g where g.id = new.grant_id and g.person_id = new.principal_id
       and is_deciding_role(g.role) and grant_in_force(g, app_today())) then
    perform refuse_writing('a deputy stands in for a deciding post of one''s own');
  end if;
  objection := deputy_objection(new.grant_id, new.deputy_id, new.valid_from, new.until);
  case objection
    when 'notYours', 'ownFavour' then perform refuse_writing('nobody becomes a deputy by themselves');
    when 'cannotStandIn' then perform refuse_writing('a deputy holds a post of the city that edits or decides');
    else if objection is not null then perform refuse_writing(format('this deputy is not named: %s', objection)); end if;
  end case;
  return new;
end $$;

/* Everything of the page: what is named, within sight of the viewer; the posts they may name for, and whom. */
create function deputy_page() returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  viewer constant bigint := permitted_viewer_id();
  today constant date := app_today();
  all_shown constant boolean := holds('person.read');
  for_others constant boolean := holds('grant.manageApprovers');
  for_self constant boolean := holds('deputy.name');
  posts constant bigint[] := array(
    select g.id from grants g join people p on p.id = g.person_id and (p.ended_on is null or p.ended_on > today)
    where is_deciding_role(g.role) and grant_in_force(g, today)
      and (for_others or for_self and g.person_id = viewer));
  candidates bigint[];
begin
  if viewer is null then return null; end if;
  candidates := case when for_others then array(select p from stand_ins(null, true) p)
    else array(select distinct s from unnest(posts) o cross join lateral stand_ins(o, false) s) end;
  return jsonb_build_object(
    'posts', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id::text, 'isOwn', g.person_id = viewer, 'name', p.name,
        'role', g.role, 'scopeKind', g.scope_kind, 'department', d.name, 'bureau', b.name, 'executiveBody', e.label)
        order by g.person_id <> viewer, d.code nulls first, g.id), '[]')
      from grants g join people p on p.id = g.person_id
      left join departments d on d.id = g.department_id
      left join departments b on b.id = d.bureau_id and b.id <> d.id
      left join executive_bodies e on e.code = g.executive_body_code
      where g.id = any (posts)),
    'people', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id::text, 'name', p.name, 'kana', p.kana,
        'role', g.role, 'department', d.name) order by d.code nulls first, p.id), '[]')
      from people p
      cross join lateral (select g.* from grants g where g.person_id = p.id and grant_in_force(g, today)
        and exists (select from role_permissions r where r.role = g.role and r.permission in ('proposal.decide', 'asset.edit'))
        order by is_deciding_role(g.role) desc, g.id limit 1) g
      left join departments d on d.id = g.department_id
      where p.id = any (candidates) and p.id <> viewer),
    'deputies', (select coalesce(jsonb_agg(r.row order by r.state <> 'current', r.state <> 'coming', r.valid_from desc, r.id desc), '[]')
      from (
        select n.*, jsonb_build_object('id', n.id::text, 'version', n.version, 'state', n.state,
          'isOwn', n.principal_id = viewer, 'isMine', coalesce(n.deputy_id = viewer, false),
          'principal', person_name(n.principal_id), 'deputy', person_name(n.deputy_id), 'namedBy', person_name(n.named_by),
          'role', n.role, 'scopeKind', n.scope_kind, 'department', d.name, 'bureau', b.name, 'executiveBody', e.label,
          'validFrom', n.valid_from, 'until', n.until, 'endedOn', n.ended_on, 'reason', n.reason,
          'mayEnd', n.state <> 'past' and (for_others or for_self and n.principal_id = viewer)) as row
        from (
          select x.*, g.role, g.scope_kind, g.department_id, g.executive_body_code, case
              when x.until < today or x.ended_on <= today or not grant_in_force(g, greatest(today, g.valid_from)) then 'past'
              when x.valid_from > today then 'coming' else 'current' end as state
          from deputies x join grants g on g.id = x.grant_id
          where all_shown or viewer in (x.principal_id, x.deputy_id)
          order by x.until desc, x.id desc limit 200) n
        left join departments d on d.id = n.department_id
        left join departments b on b.id = d.bureau_id and b.id <> d.id
        left join executive_bodies e on e.code = n.executive_body_code) r));
end $$;

revoke execute on function stand_ins(bigint, boolean), deputy_objection(bigint, bigint, date, date), deputy_page() from public;
grant execute on function deputy_page() to daicho_read, daicho_write;
grant execute on function deputy_objection(bigint, bigint, date, date) to daicho_write;
