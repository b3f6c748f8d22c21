-- What composes, sends, shows and retries mail and jobs. The first four are for the jobs, in which nobody is signed in.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Is a notice still worth a mail: does what it asks for still wait? */
create function still_holds(notice notices) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return case
    when notice.kind = 'reviewSignOff' then exists (select from reviews r where r.id = notice.review_id and r.state = 'open')
    when notice.review_id is not null then exists (
      select from reviews r join review_departments d on d.review_id = r.id and d.department_id = notice.department_id
      where r.id = notice.review_id and r.state = 'open' and d.state <> 'certified')
    when notice.kind = 'proposalWaiting' then exists (
      select from approval_steps s where s.id = split_part(notice.key, '/', 2)::bigint and s.state = 'waiting')
    when notice.kind = 'decisionToSee' then exists (
      select from approval_steps s where s.id = split_part(notice.key, '/', 2)::bigint and s.seen_by_principal_at is null)
    else true end;
end $$;

/*
 * Who gets a digest today: [{person, name, address, day, notices: [{id, kind, facts, day}]}] of unread notices that no mail has
 * told yet. Nobody while mail is off or on a day without work; nobody who has left or holds no post.
 */
create function digest_candidates() returns table (person bigint, name text, address text, day date, city text, notices jsonb)
language plpgsql stable security definer set search_path from current as $$
declare
  today constant date := app_today();
begin
  if not exists (select from mail_settings s where s.enabled) or not is_business_day(today) then return; end if;
  return query
    select p.id, p.name, p.mail, today, (select value #>> '{}' from settings where key = 'city_name'),
      jsonb_agg(jsonb_build_object('id', n.id::text, 'kind', n.kind, 'facts', n.facts, 'day', n.day) order by n.id)
    from people p join notices n on n.person_id = p.id and n.read_at is null and n.digest_id is null
    where p.mail ~ '^[^\s@<>,]+@[^\s@<>,]+$' and (p.ended_on is null or p.ended_on > today)
      and (exists (select from grants g where g.person_id = p.id and grant_in_force(g, today))
        or exists (select from deputies_in_force() d where d.deputy_id = p.id))
      and not exists (select from digests d where d.person_id = p.id and d.day = today)
      and still_holds(n)
    group by p.id order by p.id;
end $$;

/* Puts one digest into the queue, once a person and day; its notices are told with it. Answers whether it did. */
create function queue_digest(person bigint, digest_day date, mail_subject text, mail_body text, mail_host text, told bigint[]) returns boolean
language plpgsql volatile security definer set search_path from current as $$
declare
  queued bigint;
begin
  insert into digests (person_id, day, address, subject, body, message_id)
  select p.id, digest_day, p.mail, mail_subject, mail_body, format('<digest-%s-%s@%s>', p.id, digest_day, mail_host)
  from people p where p.id = person and digest_day = app_today() and exists (select from mail_settings s where s.enabled)
  on conflict (person_id, day) do nothing returning id into queued;
  if queued is null then return false; end if;
  update notices set digest_id = queued where person_id = person and id = any (told) and digest_id is null;
  return true;
end $$;

/*
 * Claims the next mail: {id, address, subject, body, messageId, attempts, unclear, interrupted, server}; null: none is due.
 * A mail being sent is held by a lock that dies with its process: one that says `sending` and is not held was interrupted,
 * and is claimed again as such. What waited a week, since mail was off or the server away, is not sent any more.
 */
create function begin_mail() returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  server constant mail_settings := (select s from mail_settings s);
  tried bigint[] := '{}';
  mail digests;
begin
  if not server.enabled then return null; end if;
  update digests set state = 'gaveUp', last_error = 'tooOld' where state in ('queued', 'failed') and day < app_today() - 7;
  loop
    select d.* into mail from digests d
    where (d.state in ('queued', 'failed') and d.next_at <= clock_timestamp() or d.state = 'sending') and d.id <> all (tried)
    order by d.next_at, d.id limit 1 for update skip locked;
    if not found then return null; end if;
    tried := tried || mail.id;
    continue when not pg_try_advisory_lock(7229013, (mail.id % 2147483647)::integer);
    update digests set state = 'sending', attempts = attempts + case mail.state when 'sending' then 0 else 1 end, began_at = clock_timestamp()
    where id = mail.id;
    return jsonb_build_object('id', mail.id::text, 'address', mail.address, 'subject', mail.subject, 'body', mail.body,
      'messageId', mail.message_id, 'attempts', mail.attempts + case mail.state when 'sending' then 0 else 1 end, 'unclear', mail.unclear,
      'interrupted', mail.state = 'sending', 'server', jsonb_build_object('host', server.host, 'port', server.port,
        'security', server.security, 'username', server.username, 'sender', server.sender, 'replyTo', server.reply_to));
  end loop;
end $$;

/* What became of a mail that this connection holds; `again`: after so many minutes. */
create function end_mail(mail bigint, became text, again integer, now_unclear integer, error text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from pg_locks where locktype = 'advisory' and granted and classid = 7229013
       and objid = (mail % 2147483647)::oid and objsubid = 2 and pid = pg_backend_pid()
       and database = (select oid from pg_database where datname = current_database())) then
    perform refuse_writing('only who holds a mail says what became of it');
  end if;
  update digests set state = became, next_at = clock_timestamp() + make_interval(mins => coalesce(again, 0)), unclear = now_unclear,
    sent_at = case became when 'sent' then clock_timestamp() end, last_error = left(error, 500)
  where id = mail and state = 'sending';
  perform pg_advisory_unlock(7229013, (mail % 2147483647)::integer);
end $$;

/* Settings and the last 200 mails without their words, for mail.manage; what needs somebody first. */
create function mail_overview() returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  if not holds('mail.manage') then
    raise exception 'the mails need mail.manage' using errcode = 'insufficient_privilege';
  end if;
  return jsonb_build_object(
    'settings', (select jsonb_build_object('enabled', s.enabled, 'host', s.host, 'port', s.port, 'security', s.security, 'username', s.username,
      'sender', s.sender, 'replyTo', s.reply_to, 'version', s.version) from mail_settings s),
    'own', (select p.mail from people p where p.id = viewer_id()),
    'counts', (select coalesce(jsonb_object_agg(c.state, c.many), '{}') from (
      select d.state, count(*) as many from digests d where d.day > app_today() - 30 group by d.state) c),
    'mails', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select d.id::text, p.name as person, d.address, d.day, d.state, d.attempts, d.unclear > 0 as "maybeTwice", d.next_at as "nextAt",
        d.sent_at as "sentAt", d.last_error as "lastError"
      from digests d join people p on p.id = d.person_id
      order by array_position(array['gaveUp', 'unsure', 'failed', 'sending', 'queued', 'sent'], d.state), d.day desc, d.id desc limit 200) x));
end $$;

/* Answers saved | stale. */
create function save_mail_settings(seen_version integer, fields jsonb) returns text
language plpgsql volatile security definer set search_path from current as $$
begin
  if permission_in_use() <> 'mail.manage' or not holds('mail.manage') then perform refuse_writing('mail needs mail.manage'); end if;
  update mail_settings set enabled = (fields ->> 'enabled')::boolean, host = fields ->> 'host', port = (fields ->> 'port')::integer,
    security = fields ->> 'security', username = fields ->> 'username', sender = fields ->> 'sender', reply_to = fields ->> 'replyTo'
  where version = seen_version;
  return case when found then 'saved' else 'stale' end;
end $$;

/* Mails that failed or were given up are due again at once; never one of which nobody knows whether it arrived twice. */
create function retry_mail(wanted bigint[]) returns bigint[]
language plpgsql volatile security definer set search_path from current as $$
declare
  retried bigint[];
begin
  if permission_in_use() <> 'mail.manage' or not holds('mail.manage') then perform refuse_writing('mail needs mail.manage'); end if;
  with again as (
    update digests d set state = 'queued', attempts = 0, next_at = clock_timestamp()
    where d.id = any (wanted) and d.state in ('failed', 'gaveUp') and d.day >= app_today() - 7 returning d.id)
  select coalesce(array_agg(id order by id), '{}') into retried from again;
  return retried;
end $$;

/* A job that failed or was given up is due again at once. Answers its name; null: it runs, waits, or is gone. */
create function retry_job(wanted bigint) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  task text;
begin
  if permission_in_use() <> 'job.manage' or not holds('job.manage') then perform refuse_writing('jobs need job.manage'); end if;
  update graphile_worker._private_jobs j set run_at = now(), attempts = least(j.attempts, j.max_attempts - 1), updated_at = now()
  from graphile_worker._private_tasks t
  where j.id = wanted and t.id = j.task_id and j.locked_at is null and j.attempts > 0 returning t.identifier into task;
  if task is not null then perform pg_notify('jobs:insert', json_build_object('r', random()::text, 'count', 1)::text); end if;
  return task;
end $$;

/* As before, and: read notices after 400 days, the words of mails after 90, uneventful runs of what runs every five minutes after a week. */
create or replace function forget_bookkeeping() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  forgotten bigint;
  more bigint;
begin
  delete from job_runs where ended_at < now() - interval '90 days'
    or name in ('sendMail', 'foldReviewCounts') and outcome = 'succeeded' and handled = 0 and ended_at < now() - interval '7 days';
  get diagnostics forgotten = row_count;
  delete from graphile_worker._private_jobs
  where attempts >= max_attempts and locked_at is null and updated_at < now() - interval '90 days';
  get diagnostics more = row_count;
  forgotten := forgotten + more;
  delete from sign_in_throttles
  where last_failed_at < now() - interval '1 day' and (blocked_until is null or blocked_until < now());
  get diagnostics more = row_count;
  forgotten := forgotten + more;
  delete from notices where read_at < app_now() - interval '400 days';
  get diagnostics more = row_count;
  forgotten := forgotten + more;
  update digests set body = '' where body <> '' and state in ('sent', 'gaveUp', 'unsure') and day < app_today() - 90;
  get diagnostics more = row_count;
  return forgotten + more;
end $$;

revoke execute on function still_holds(notices), digest_candidates(), queue_digest(bigint, date, text, text, text, bigint[]), begin_mail(),
  end_mail(bigint, text, integer, integer, text), mail_overview(), save_mail_settings(integer, jsonb), retry_mail(bigint[]), retry_job(bigint) from public;
grant execute on function digest_candidates(), queue_digest(bigint, date, text, text, text, bigint[]), begin_mail(),
  end_mail(bigint, text, integer, integer, text), save_mail_settings(integer, jsonb), retry_mail(bigint[]), retry_job(bigint) to daicho_write;
grant execute on function mail_overview() to daicho_read, daicho_write;
