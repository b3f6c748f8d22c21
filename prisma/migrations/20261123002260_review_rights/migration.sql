-- Who sees what of a review, what the roles may do in one, and one event of many assets in each one's own trail.
select set_config('search_path', current_schema() || ', pg_temp', false);

do $$
declare
  named text;
  shown text;
begin
  for named, shown in select * from (values
    ('reviews', '(select holds(''review.read''))'),
    ('review_statements', '(select holds(''review.read''))'),
    ('review_departments', 'department_id = any ((select reach(''review.read''))::bigint[])'),
    ('review_certifications', 'department_id = any ((select reach(''review.read''))::bigint[])'),
    ('review_counts', 'department_id = any ((select reach(''review.read''))::bigint[])'),
    ('review_sign_offs', 'exists (select from review_departments d where d.review_id = review_sign_offs.review_id
      and d.bureau_id = review_sign_offs.bureau_id and d.is_school = review_sign_offs.is_school)'),
    ('review_answers', 'department_id = any ((select reach(''review.read''))::bigint[])
      and (visibility = ''internal'' or department_id = any ((select reach(''asset.readRestricted''))::bigint[]))'),
    ('review_scope', 'exists (select from review_answers a where a.review_id = review_scope.review_id and a.asset_number = review_scope.asset_number)'),
    ('review_answer_log', 'exists (select from review_answers a where a.review_id = review_answer_log.review_id and a.asset_number = review_answer_log.asset_number)')
  ) p (named, shown) loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format('create policy owner on %I to current_user using (true) with check (true)', named);
    execute format('create policy readers on %I for select to daicho_read, daicho_write using (%s)', named, shown);
    if named <> 'reviews' then execute format('grant select on %I to daicho_read, daicho_write', named); end if;
  end loop;
end $$;
-- The report names departments: review_report answers it within reach.
grant select (id, title, schools_only, scope, answerers, opens_on, due_on, must_open, state, made_by, copied_from, opened_at, rows_frozen,
  scope_hash, closed_at, closed_by, version) on reviews to daicho_read, daicho_write;

select keep_versions('reviews');
select keep_versions('review_departments');
select keep_versions('review_certifications');
select keep_versions('review_sign_offs');
select require_event('review_statements');

insert into role_permissions (role, permission)
select r.role, w.permission
from (values
  ('review.read', array['ciso', 'chiefOfficer', 'educationChief', 'secretariat', 'bureauOfficer', 'assetManager', 'assetClerk', 'educationOfficer', 'auditor']),
  ('review.answer', array['assetManager', 'assetClerk']),
  ('review.certify', array['assetManager', 'bureauOfficer', 'chiefOfficer', 'educationOfficer', 'educationChief']),
  ('review.signOff', array['bureauOfficer', 'chiefOfficer', 'educationOfficer', 'educationChief']),
  ('review.manage', array['secretariat', 'chiefOfficer', 'educationOfficer', 'educationChief'])) w (permission, roles)
cross join lateral unnest(w.roles) r (role);
select record_events('[{"action": "permissions.loaded", "subjectType": "role_permissions"}]');

create index audit_events_subjects on audit_events using gin ((details -> 'subjects')) where details ? 'subjects';

/* As before, and with the events that name many assets at once (details.subjects). */
create or replace function asset_trail(asset bigint, before_event bigint, page_size integer)
returns table (id bigint, occurred_at timestamptz, actor text, action text, reason text, changes jsonb, names jsonb)
language sql stable security definer set search_path from current as $$
  select e.id, e.occurred_at, p.name, e.action, e.reason, e.changes, trail_names(e.changes)
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
