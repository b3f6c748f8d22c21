-- What changed since a certificate is told by the log's order, not by its clock: who waited for the lock began earlier.
select set_config('search_path', current_schema() || ', pg_temp', false);

alter table review_certifications add log_until bigint;
comment on column review_certifications.log_until is 'The newest entry of the department''s answer log when it was certified; 0: none. Null: certified before this was kept.';
select keep_versions('review_certifications');

/* A certificate is made by who is signed in, over the answers as they are; it ends once and says nothing else then. */
create or replace function guard_certification() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
begin
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    if old.state <> 'standing' or new.state = 'standing'
       or to_jsonb(new) - array['state', 'ended_at', 'end_reason', 'version'] <> to_jsonb(old) - array['state', 'ended_at', 'end_reason', 'version'] then
      perform refuse_writing('a certificate is not rewritten');
    end if;
    return new;
  end if;
  new.certified_for := (select nullif(g.person_id, viewer) from grants g where g.id = new.grant_id);
  if viewer is null or new.certified_by is distinct from viewer or not exists (
       select from deciders('manager', new.department_id) x where x.person_id = viewer and x.grant_id = new.grant_id) then
    perform refuse_writing('the head certifies, or who stands in for them');
  end if;
  if new.answers_hash <> review_answers_hash(new.review_id, new.department_id) or not review_is_answerable(new.review_id, new.department_id)
     or exists (select from review_answers r where r.review_id = new.review_id and r.department_id = new.department_id and not r.settled) then
    perform refuse_writing('what is certified is what was answered');
  end if;
  -- Whoever answers holds the department's lock, and logs under it: what comes later has a higher number.
  new.log_until := coalesce((select max(l.id) from review_answer_log l where l.review_id = new.review_id and l.department_id = new.department_id), 0);
  return new;
end $$;

create index on review_answer_log (review_id, department_id, id);
