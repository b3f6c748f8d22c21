-- お知らせ: what the portal tells somebody of itself, each thing once a person (docs/adr/0036-reminders-and-mail.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

create table notices (
  id bigint generated always as identity primary key,
  person_id bigint not null references people,
  key text not null check (length(key) between 1 and 200),
  kind text not null check (kind in ('reviewOpened', 'reviewSoon', 'reviewToday', 'reviewOverdue', 'reviewOverdueHead',
    'reviewOverdueOfficer', 'reviewReturned', 'reviewSignOff', 'reviewAsked', 'proposalWaiting', 'proposalReturned',
    'proposalOvertaken', 'decisionToSee', 'grantEnding', 'grantEnded', 'disposalSoon', 'disposalPassed', 'mailGaveUp')),
  review_id bigint,
  department_id bigint,
  proposal_id bigint,
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
  day date not null,
  created_at timestamptz not null default app_now(),
  read_at timestamptz,
  digest_id bigint,
  unique (person_id, key)
);
create index on notices (person_id, id) where read_at is null;
create index on notices (review_id, department_id, day) where review_id is not null;
create index on notices (digest_id) where digest_id is not null;
comment on table notices is 'Bookkeeping, not the ledger: neither versions nor events. Facts name departments and reviews, never an asset: they go out by mail.';
comment on column notices.key is 'What it is about: whoever was told it is not told again, however often the job runs.';
comment on column notices.digest_id is 'The mail that it went into.';
alter table notices enable row level security;
alter table notices force row level security;
create policy owner on notices to current_user using (true) with check (true);
create policy own_notices on notices for select to daicho_read, daicho_write using (person_id = (select viewer_id()));
grant select on notices to daicho_read, daicho_write;

-- When a review reminds; one without a row here uses the defaults.
create table review_reminders (
  review_id bigint primary key references reviews,
  reminder_days smallint[] not null default '{14,7,1}' check (cardinality(reminder_days) <= 10
    and 1 <= all (reminder_days) and 90 >= all (reminder_days)),
  overdue_every smallint not null default 3 check (overdue_every between 1 and 30),
  to_head_after smallint not null default 3 check (to_head_after between 1 and 60),
  to_officer_after smallint not null default 5 check (to_officer_after between 1 and 90),
  check (to_officer_after >= to_head_after)
);
comment on column review_reminders.reminder_days is 'Days before the due day, moved to the business day before; on the day itself always.';
comment on column review_reminders.overdue_every is 'Business days, like the two that follow.';
alter table review_reminders enable row level security;
alter table review_reminders force row level security;
create policy owner on review_reminders to current_user using (true) with check (true);
create policy readers on review_reminders for select to daicho_read, daicho_write using ((select holds('review.read')));
grant select on review_reminders to daicho_read, daicho_write;
create trigger keep_rows before delete on review_reminders for each row execute function refuse_row_removal();
select keep_versions('review_reminders');

/* Days as they are asked and told: {days, overdueEvery, toHeadAfter, toOfficerAfter}; a review that is open is not changed. */
create function keep_reminders(wanted bigint, fields jsonb) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  review constant reviews := (select r from reviews r where r.id = wanted for update);
begin
  if review.id is null or not manages_review(review.schools_only) or review.state <> 'scheduled' then
    perform refuse_writing('reminders belong to a review that has not begun');
  end if;
  insert into review_reminders (review_id, reminder_days, overdue_every, to_head_after, to_officer_after)
  values (wanted, array(select distinct d::smallint from jsonb_array_elements_text(fields -> 'days') d order by 1 desc),
    (fields ->> 'overdueEvery')::smallint, (fields ->> 'toHeadAfter')::smallint, (fields ->> 'toOfficerAfter')::smallint)
  on conflict (review_id) do update set reminder_days = excluded.reminder_days, overdue_every = excluded.overdue_every,
    to_head_after = excluded.to_head_after, to_officer_after = excluded.to_officer_after;
end $$;

/* Own notices are read: those named, or with null all of them. Answers how many were unread. */
create function mark_notices_read(wanted bigint[]) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  marked bigint;
begin
  update notices set read_at = app_now()
  where person_id = viewer_id() and read_at is null and (wanted is null or id = any (wanted));
  get diagnostics marked = row_count;
  return marked;
end $$;

/* How many business days lie after one day, up to another (its day included). */
create function business_days_between(day date, until date) returns integer
language sql stable set search_path from current as $$
  select count(*)::integer from generate_series(day + 1, until, interval '1 day') d where is_business_day(d::date)
$$;

/* The day itself where the city works on it, or the last one before on which it does. */
create function on_or_before_business_day(day date) returns date
language plpgsql stable set search_path from current as $$
declare
  reached date := day;
begin
  while not is_business_day(reached) loop reached := reached - 1; end loop;
  return reached;
end $$;

revoke execute on function keep_reminders(bigint, jsonb), mark_notices_read(bigint[]), business_days_between(date, date),
  on_or_before_business_day(date) from public;
grant execute on function keep_reminders(bigint, jsonb), mark_notices_read(bigint[]) to daicho_write;
