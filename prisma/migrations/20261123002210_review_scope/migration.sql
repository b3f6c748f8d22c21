-- What a review froze, and what is answered to it: one answer a row, an append-only log of all of them, counts.
select set_config('search_path', current_schema() || ', pg_temp', false);

create table review_departments (
  review_id bigint not null references reviews,
  department_id bigint not null references departments,
  bureau_id bigint not null references departments,
  is_school boolean not null,
  rows_at_opening integer not null,
  state text not null default 'open' check (state in ('open', 'certified', 'returned', 'reopened')),
  certification_id bigint,
  returned_reason text check (length(returned_reason) <= 1000),
  reopened_at timestamptz,
  reopened_by bigint references people,
  reopen_reason text check (length(reopen_reason) <= 1000),
  waiting_since timestamptz not null default app_now(),
  version integer not null default 1,
  primary key (review_id, department_id),
  check ((state = 'certified') = (certification_id is not null)),
  check (num_nulls(reopened_at, reopened_by, reopen_reason) in (0, 3))
);
create index on review_departments (department_id);
comment on column review_departments.bureau_id is 'Its bureau when the review opened: who signs off.';
create trigger bump before update on review_departments for each row execute function bump_version();
create trigger keep_rows before delete on review_departments for each row execute function refuse_row_removal();

-- No foreign keys to assets and departments: 100,000 rows would lock as many of theirs. note_answers asks instead.
create table review_scope (
  review_id bigint not null,
  asset_number bigint not null,
  department_id bigint not null,
  asset_version integer not null,
  name text not null,
  kind_code text not null,
  zone_cell text not null,
  scheme_id bigint not null,
  scheme_family text not null,
  confidentiality text,
  integrity text,
  availability text,
  importance text,
  audience text,
  level_rank integer not null,
  personal_data text,
  data_subjects bigint,
  take_out text,
  visibility text not null,
  last_confirmed_on date,
  findings text[] not null default '{}',
  must_open boolean not null default false,
  primary key (review_id, asset_number)
);
comment on table review_scope is 'Every asset of the moment in which the review opened, as it then was. Never changed.';

create table review_answers (
  review_id bigint not null,
  asset_number bigint not null,
  department_id bigint not null,
  visibility text not null,
  version integer not null default 1,
  answer text check (answer in ('unchanged', 'change', 'disposed', 'notOurs')),
  settled boolean not null default false,
  in_bulk boolean not null default false,
  note text check (length(note) <= 1000),
  proposal_id bigint references proposals,
  to_department_id bigint references departments,
  opened_by bigint references people,
  opened_at timestamptz,
  answered_by bigint references people,
  answered_at timestamptz,
  primary key (review_id, asset_number),
  check ((answer is null) = (answered_by is null)),
  check ((answered_by is null) = (answered_at is null)),
  check (not settled or answer is not null),
  check (answer <> 'unchanged' or settled and proposal_id is null)
);
create index on review_answers (review_id, department_id, asset_number);
create index on review_answers (asset_number);
create index on review_answers (proposal_id) where proposal_id is not null;
comment on column review_answers.department_id is 'Who answers for it now.';
comment on column review_answers.visibility is 'As frozen: 関係者限り rows are for whoever may read such assets.';
comment on column review_answers.settled is 'Nothing more is to be done for this answer but what was submitted for it.';

create table review_answer_log (
  id bigint generated always as identity primary key,
  review_id bigint not null,
  asset_number bigint not null,
  version integer not null,
  department_id bigint not null,
  answer text,
  settled boolean not null,
  in_bulk boolean not null,
  note text,
  proposal_id bigint,
  to_department_id bigint,
  opened_by bigint,
  answered_by bigint,
  at timestamptz not null,
  transaction_number bigint not null
);
create index on review_answer_log (review_id, asset_number, version);

create table review_counts (
  review_id bigint not null,
  department_id bigint not null,
  answer text,
  settled boolean not null,
  in_bulk boolean not null,
  rows bigint not null
);
create index on review_counts (review_id, department_id);
comment on table review_counts is 'Additions, folded by a job: writers never queue for a counter.';

/* Answering holds it together with others, certifying alone: what is certified is what was answered. */
create function review_lock(review bigint, department bigint) returns bigint
language sql immutable parallel safe set search_path from current as $$
  select hashtextextended('review ' || review || ' ' || department, 7229013)
$$;

/* Takes the locks of answering in (review, department) pairs, in one order everywhere. */
create function lock_answering(reviews bigint[], departments bigint[]) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  wanted bigint;
begin
  for wanted in
    select distinct review_lock(p.review, p.department) from unnest(reviews, departments) p (review, department) order by 1
  loop
    perform pg_advisory_xact_lock_shared(wanted);
  end loop;
end $$;

/* May this department's answers still change? Of a closed review only where it was opened again. */
create function review_is_answerable(review bigint, department bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (
    select from reviews r join review_departments d on d.review_id = r.id
    where r.id = review and d.department_id = department
      and (r.state = 'open' or r.state = 'closed' and d.state = 'reopened'));
end $$;

/* An answer keeps its row, and moves by one version at a time. */
create function guard_answer() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if (new.review_id, new.asset_number, new.visibility) is distinct from (old.review_id, old.asset_number, old.visibility)
     or new.version <> old.version + 1
     or old.opened_by is not null and (new.opened_by, new.opened_at) is distinct from (old.opened_by, old.opened_at) then
    perform refuse_writing('an answer keeps its row');
  end if;
  return new;
end $$;
create trigger guard before update on review_answers for each row execute function guard_answer();

/*
 * Whatever changes answers: counted, logged, in the trail; and what was certified over them is void from then on.
 * The lock is taken here too, so that no way of changing an answer gets past a certificate.
 */
create function note_answers() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  mine bigint;
  touched_reviews bigint[];
  touched_departments bigint[];
begin
  if not exists (select from added) then return null; end if;
  mine := current_audit_transaction();
  select array_agg(t.review_id), array_agg(t.department_id) into touched_reviews, touched_departments
  from (select review_id, department_id from added union select review_id, department_id from removed) t;
  perform lock_answering(touched_reviews, touched_departments);
  -- Asked under the lock: closing a review takes all of them.
  if exists (select from unnest(touched_reviews, touched_departments) t (review, department)
       where not review_is_answerable(t.review, t.department)) then
    perform refuse_writing('this review is closed');
  end if;
  insert into review_counts (review_id, department_id, answer, settled, in_bulk, rows)
  select review_id, department_id, answer, settled, in_bulk, sum(sign)
  from (select 1 as sign, a.* from added a union all select -1, r.* from removed r) moved
  group by 1, 2, 3, 4, 5 having sum(sign) <> 0;
  insert into review_answer_log (review_id, asset_number, version, department_id, answer, settled, in_bulk, note, proposal_id,
    to_department_id, opened_by, answered_by, at, transaction_number)
  select a.review_id, a.asset_number, a.version, a.department_id, a.answer, a.settled, a.in_bulk, a.note, a.proposal_id,
    a.to_department_id, a.opened_by, a.answered_by, app_now(), mine
  from added a;
  perform void_certifications(touched_reviews, touched_departments, 'answersChanged');
  return null;
end $$;
create trigger note_answers after update on review_answers referencing new table as added old table as removed
  for each statement execute function note_answers();

create function keep_frozen() returns trigger
language plpgsql set search_path from current as $$
begin
  raise exception '% only grows: % is refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger keep before update or delete on review_scope for each row execute function keep_frozen();
create trigger keep_whole before truncate on review_scope for each statement execute function keep_frozen();
create trigger keep before update or delete on review_answer_log for each row execute function keep_frozen();
create trigger keep_whole before truncate on review_answer_log for each statement execute function keep_frozen();
create trigger keep_rows before delete on review_answers for each row execute function refuse_row_removal();

/* Rows come while their review opens, and never later; once a statement, so that 100,000 rows cost one question. */
create function guard_frozen_rows() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform current_audit_transaction();
  if exists (select from (select distinct review_id from added) a join reviews r on r.id = a.review_id where r.state <> 'scheduled') then
    perform refuse_writing('the scope of a review is frozen when it opens');
  end if;
  return null;
end $$;
create trigger guard after insert on review_scope referencing new table as added
  for each statement execute function guard_frozen_rows();
create trigger guard_new after insert on review_answers referencing new table as added
  for each statement execute function guard_frozen_rows();

/* Folds the additions of reviews into one row a cell; a job runs it. Readers see the same sums throughout. */
create function fold_review_counts() returns bigint
language plpgsql security definer set search_path from current as $$
declare
  folded bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('fold_review_counts')) then return 0; end if;
  with gone as (delete from review_counts returning *)
  , kept as (
    insert into review_counts (review_id, department_id, answer, settled, in_bulk, rows)
    select review_id, department_id, answer, settled, in_bulk, sum(rows) from gone group by 1, 2, 3, 4, 5 having sum(rows) <> 0
    returning 1)
  select (select count(*) from gone) - (select count(*) from kept) into folded;
  return folded;
end $$;

revoke execute on function review_lock(bigint, bigint), lock_answering(bigint[], bigint[]), review_is_answerable(bigint, bigint),
  fold_review_counts() from public;
grant execute on function fold_review_counts() to daicho_write;
