-- The trail says in whose post a deputy acted (代決), and names the people of a deputy's row.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* {onBehalfOf: name} of an event that a deputy caused; {} of any other. */
create function principal_of(details jsonb) returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  if not coalesce(details ? 'onBehalfOf', false) then return '{}'; end if;
  return jsonb_build_object('onBehalfOf', (select name from people where id = (details ->> 'onBehalfOf')::bigint));
end $$;

/* As before, and with the people of a deputy's row. */
create or replace function trail_names(changes jsonb) returns jsonb
language sql stable security definer set search_path from current as $$
  select coalesce(jsonb_object_agg(wanted.kind || ':' || wanted.id, coalesce(d.name, p.name, s.label)), '{}')
  from (
    select distinct case
        when f.key in ('department_id', 'parent_id', 'from_id', 'to_id') then 'department'
        when f.key in ('submitted_by', 'registered_by', 'granted_by', 'person_id', 'principal_id', 'deputy_id', 'named_by') then 'person'
        else 'scheme' end as kind, side.value::bigint as id
    from jsonb_each(changes) f, jsonb_array_elements_text(f.value) side
    where f.key in ('department_id', 'parent_id', 'from_id', 'to_id', 'submitted_by', 'registered_by',
      'granted_by', 'person_id', 'principal_id', 'deputy_id', 'named_by', 'scheme_id') and side.value is not null
  ) wanted
  left join departments d on wanted.kind = 'department' and d.id = wanted.id
  left join people p on wanted.kind = 'person' and p.id = wanted.id
  left join classification_schemes s on wanted.kind = 'scheme' and s.id = wanted.id
$$;

/* As before; names.onBehalfOf: in whose post. */
create or replace function read_trail(filters jsonb, before_event bigint, page_size integer)
returns table (id bigint, occurred_at timestamptz, actor text, actor_login text, action text, subject_type text,
  subject_id bigint, subject text, reason text, details jsonb, changes jsonb, names jsonb, source text, link bigint)
language sql stable security definer set search_path from current as $$
  select e.id, e.occurred_at, p.name, p.login_id, e.action, e.subject_type, e.subject_id,
    case e.subject_type when 'assets' then a.name when 'people' then who.name when 'departments' then d.name end,
    e.reason, e.details,
    case when e.subject_type in ('people', 'grants') and not (select holds('audit.readSources'))
      then (select coalesce(jsonb_object_agg(f.key, jsonb_build_array(null, f.value -> 1)), '{}') from jsonb_each(e.changes) f)
      else e.changes end,
    trail_names(e.changes) || principal_of(e.details),
    case when (select holds('audit.readSources')) then e.source end,
    (select l.number from audit_links l where l.transaction_number = e.transaction_number)
  from audit_events e
  left join people p on p.id = e.actor_id
  left join assets a on e.subject_type = 'assets' and a.number = e.subject_id
  left join people who on e.subject_type = 'people' and who.id = e.subject_id
  left join departments d on e.subject_type = 'departments' and d.id = e.subject_id
  where (select holds('audit.read'))
    and ((select holds_everywhere('audit.read')) or a.department_id = any ((select reach('audit.read'))::bigint[]))
    and (before_event is null or e.id < before_event)
    and (not filters ? 'actor' or p.login_id = filters ->> 'actor')
    and (not filters ? 'action' or starts_with(e.action, filters ->> 'action'))
    and (not filters ? 'from' or e.occurred_at >= ((filters ->> 'from')::date)::timestamp at time zone 'Asia/Tokyo')
    and (not filters ? 'to' or e.occurred_at < end_of_day((filters ->> 'to')::date))
    and (not filters ? 'subject' or e.subject_type = 'assets' and e.subject_id = (filters ->> 'subject')::bigint)
  order by e.id desc limit page_size
$$;

/* As before; names.onBehalfOf: in whose post. */
create or replace function asset_trail(asset bigint, before_event bigint, page_size integer)
returns table (id bigint, occurred_at timestamptz, actor text, action text, reason text, changes jsonb, names jsonb)
language sql stable security definer set search_path from current as $$
  select e.id, e.occurred_at, p.name, e.action, e.reason, e.changes, trail_names(e.changes) || principal_of(e.details)
  from (
    (select x.* from audit_events x
    where x.subject_type = 'assets' and x.subject_id = asset and (before_event is null or x.id < before_event)
    order by x.id desc limit page_size)
    union all
    (select x.* from audit_events x
    where x.details ? 'subjects' and x.details -> 'subjects' ? asset::text and (before_event is null or x.id < before_event)
    order by x.id desc limit page_size)
  ) e left join people p on p.id = e.actor_id
  where asset_in_reach(asset)
  order by e.id desc limit page_size
$$;

revoke execute on function principal_of(jsonb) from public;
