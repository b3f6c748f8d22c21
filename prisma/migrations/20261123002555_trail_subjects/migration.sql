-- The trail names the review, department, deputy or submission it is about; an asset's own trail has its submissions too.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* What a row is called by people that may read the trail; null for what has no name. subject_key: 'review/department'. */
create function subject_name(subject_type text, subject_id bigint, subject_key text) returns text
language plpgsql stable security definer set search_path from current as $$
begin
  case subject_type
    when 'reviews', 'review_reminders', 'review_questions' then
      return (select r.title from reviews r where r.id = subject_id);
    when 'review_departments' then
      return (select r.title || '　' || d.name from reviews r, departments d
        where subject_key ~ '^[0-9]{1,18}/[0-9]{1,18}$' and r.id = split_part(subject_key, '/', 1)::bigint
          and d.id = split_part(subject_key, '/', 2)::bigint);
    when 'review_certifications' then
      return (select r.title || '　' || d.name from review_certifications c join reviews r on r.id = c.review_id
        join departments d on d.id = c.department_id where c.id = subject_id);
    when 'review_sign_offs' then
      return (select r.title || '　' || d.name from review_sign_offs s join reviews r on r.id = s.review_id
        join departments d on d.id = s.bureau_id where s.id = subject_id);
    when 'review_files' then
      return (select r.title || '　' || d.name from review_files f join reviews r on r.id = f.review_id
        join departments d on d.id = f.department_id where f.id = subject_id);
    when 'review_recurrences' then
      return (select r.title from review_recurrences y join reviews r on r.id = y.template_id where y.id = subject_id);
    when 'proposals' then
      return (select p.title from proposals p where p.id = subject_id);
    when 'approval_steps' then
      return (select p.title from approval_steps s join proposals p on p.id = s.proposal_id where s.id = subject_id);
    when 'deputies' then
      return (select concat_ws(' → ', o.name, y.name) from deputies d join people o on o.id = d.principal_id
        left join people y on y.id = d.deputy_id where d.id = subject_id);
    else return null;
  end case;
end $$;

/* As before; what has no name of its own is named by what it belongs to. */
create or replace function read_trail(filters jsonb, before_event bigint, page_size integer)
returns table (id bigint, occurred_at timestamptz, actor text, actor_login text, action text, subject_type text,
  subject_id bigint, subject text, reason text, details jsonb, changes jsonb, names jsonb, source text, link bigint)
language sql stable security definer set search_path from current as $$
  select e.id, e.occurred_at, p.name, p.login_id, e.action, e.subject_type, e.subject_id,
    case e.subject_type when 'assets' then a.name when 'people' then who.name when 'departments' then d.name
      else subject_name(e.subject_type, e.subject_id, e.details ->> 'key') end,
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

/*
 * As before, and with what became of its submissions (an approval stands as what it did to the asset). Of a submission neither
 * the title nor the row: a bundle may hold what the viewer does not see. names.subjectType and names.about: which review.
 */
create or replace function asset_trail(asset bigint, before_event bigint, page_size integer)
returns table (id bigint, occurred_at timestamptz, actor text, action text, reason text, changes jsonb, names jsonb)
language sql stable security definer set search_path from current as $$
  select e.id, e.occurred_at, p.name, e.action, e.reason, case when e.subject_type = 'proposals' then '{}' else e.changes end,
    trail_names(e.changes) || principal_of(e.details) || jsonb_strip_nulls(jsonb_build_object('subjectType', e.subject_type,
      'about', case when starts_with(e.subject_type, 'review') then subject_name(e.subject_type, e.subject_id, e.details ->> 'key') end))
  from (
    (select x.* from audit_events x
    where x.subject_type = 'assets' and x.subject_id = asset and (before_event is null or x.id < before_event)
    order by x.id desc limit page_size)
    union all
    (select x.* from audit_events x
    where x.details ? 'subjects' and x.details -> 'subjects' ? asset::text and (before_event is null or x.id < before_event)
    order by x.id desc limit page_size)
    union all
    (select x.* from audit_events x
    where x.subject_type = 'proposals' and x.action <> 'proposal.approved' and (before_event is null or x.id < before_event)
      and x.subject_id = any (array(select i.proposal_id from proposal_items i where i.asset_number = asset))
    order by x.id desc limit page_size)
  ) e left join people p on p.id = e.actor_id
  where asset_in_reach(asset)
  order by e.id desc limit page_size
$$;

revoke execute on function subject_name(text, bigint, text) from public;
