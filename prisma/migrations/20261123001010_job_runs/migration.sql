-- Who may use the job library, what became of each run, and the jobs' own functions (docs/adr/0013-jobs.md).
-- Times here are the machine's: the library runs on now(), and a moved clock must not keep jobs from running.
select set_config('search_path', current_schema() || ', pg_temp', false);

do $$
declare
  named text;
begin
  foreach named in array array['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'] loop
    execute format('alter table graphile_worker.%I enable row level security', named);
    execute format('alter table graphile_worker.%I force row level security', named);
    execute format('create policy owner on graphile_worker.%I to current_user using (true) with check (true)', named);
    execute format('create policy workers on graphile_worker.%I to daicho_write using (true) with check (true)', named);
  end loop;
end $$;
grant usage on schema graphile_worker to daicho_write;
grant select on all tables in schema graphile_worker to daicho_write;
grant insert, update, delete on graphile_worker._private_jobs, graphile_worker._private_job_queues,
  graphile_worker._private_tasks, graphile_worker._private_known_crontabs to daicho_write;

create table job_runs (
  id bigint generated always as identity primary key,
  job_id bigint not null,
  name text not null check (name ~ '^[a-zA-Z]{1,64}$'),
  attempt integer not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('succeeded', 'failed', 'interrupted')),
  handled bigint,
  message text check (length(message) <= 1000),
  check ((ended_at is null) = (outcome is null))
);
create index on job_runs (name, started_at);
create index on job_runs (job_id);
create index on job_runs (id) where ended_at is null;
comment on table job_runs is 'The library forgets a job that succeeded; what became of each run is kept here for 90 days.';
alter table job_runs enable row level security;
alter table job_runs force row level security;
create policy owner on job_runs to current_user using (true) with check (true);

/* Whether a process is at work on a job at this moment: it holds this lock for as long as its connection lives. */
create function job_is_held(job bigint) returns boolean
language sql stable set search_path from current as $$
  select exists (
    select from pg_locks
    where locktype = 'advisory' and granted and classid = 7229012 and objid = (job % 2147483647)::oid and objsubid = 2
      and database = (select oid from pg_database where datname = current_database()))
$$;

/* Begins a run and holds the job; null when another process still holds it. */
create function begin_job_run(job bigint, job_name text, job_attempt integer) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  begun bigint;
begin
  if not pg_try_advisory_lock(7229012, (job % 2147483647)::integer) then return null; end if;
  insert into job_runs (job_id, name, attempt, started_at) values (job, job_name, job_attempt, clock_timestamp())
  returning id into begun;
  return begun;
end $$;

create function end_job_run(run bigint, run_outcome text, run_handled bigint, run_message text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  ended bigint;
begin
  update job_runs set ended_at = clock_timestamp(), outcome = run_outcome, handled = run_handled,
    message = left(run_message, 1000)
  where id = run and ended_at is null returning job_id into ended;
  if ended is not null then perform pg_advisory_unlock(7229012, (ended % 2147483647)::integer); end if;
end $$;

/* A killed process leaves its job locked, and the library waits four hours: here it is free again within a minute. */
create function release_abandoned_jobs() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  gone text[];
begin
  update job_runs set ended_at = clock_timestamp(), outcome = 'interrupted'
  where ended_at is null and started_at < clock_timestamp() - interval '5 seconds' and not job_is_held(job_id);
  select array_agg(j.locked_by) into gone from graphile_worker._private_jobs j
  where j.locked_at < now() - interval '30 seconds' and not job_is_held(j.id)
    and not exists (select from job_runs r where r.job_id = j.id and r.outcome <> 'interrupted'
      and r.ended_at > clock_timestamp() - interval '30 seconds');
  if gone is null then return 0; end if;
  perform graphile_worker.force_unlock_workers(gone);
  perform pg_notify('jobs:insert', json_build_object('r', random()::text, 'count', cardinality(gone))::text);
  return cardinality(gone);
end $$;

/* Forgets what only bookkeeping needs: runs and given-up jobs of 90 days ago, failed sign-ins counted a day ago. */
create function forget_bookkeeping() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  forgotten bigint;
  more bigint;
begin
  delete from job_runs where ended_at < now() - interval '90 days';
  get diagnostics forgotten = row_count;
  delete from graphile_worker._private_jobs
  where attempts >= max_attempts and locked_at is null and updated_at < now() - interval '90 days';
  get diagnostics more = row_count;
  forgotten := forgotten + more;
  delete from sign_in_throttles
  where last_failed_at < now() - interval '1 day' and (blocked_until is null or blocked_until < now());
  get diagnostics more = row_count;
  return forgotten + more;
end $$;

/*
 * What 処理の状況 shows; job.read only. No payload: it may name people.
 *   jobs: [{id, name, state running|waiting|retrying|gaveUp, runAt, attempts, maxAttempts, lastError}], gaveUp first
 *   runs: [{id, name, startedAt, endedAt, outcome, handled, message}], the last 30 · lastSuccess: {name: time}
 */
create function job_overview() returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  if not holds('job.read') then
    raise exception 'the jobs need job.read' using errcode = 'insufficient_privilege';
  end if;
  return jsonb_build_object(
    'jobs', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select j.id::text, t.identifier as name, j.run_at as "runAt", j.attempts, j.max_attempts as "maxAttempts",
        j.last_error as "lastError",
        case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'gaveUp'
          when j.attempts > 0 then 'retrying' else 'waiting' end as state
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      order by j.attempts >= j.max_attempts and j.locked_at is null desc, j.attempts = 0, j.run_at, j.id limit 100) x),
    'runs', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id::text, name, started_at as "startedAt", ended_at as "endedAt", outcome, handled, message
      from job_runs order by job_runs.id desc limit 30) x),
    'lastSuccess', (select coalesce(jsonb_object_agg(name, at), '{}') from (
      select name, max(ended_at) as at from job_runs where outcome = 'succeeded' group by name) x));
end $$;

revoke execute on function job_is_held(bigint), begin_job_run(bigint, text, integer),
  end_job_run(bigint, text, bigint, text), release_abandoned_jobs(), forget_bookkeeping(), job_overview(),
  fold_asset_counts() from public;
grant execute on function begin_job_run(bigint, text, integer), end_job_run(bigint, text, bigint, text),
  release_abandoned_jobs(), forget_bookkeeping(), fold_asset_counts() to daicho_write;
grant execute on function job_overview() to daicho_read, daicho_write;
