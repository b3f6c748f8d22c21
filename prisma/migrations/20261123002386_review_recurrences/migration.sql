-- Reviews that come every year by themselves, and the city's own statement.
select set_config('search_path', current_schema() || ', pg_temp', false);

create table review_recurrences (
  id bigint generated always as identity primary key,
  template_id bigint not null references reviews,
  opens_month smallint not null check (opens_month between 1 and 12),
  opens_day smallint not null check (opens_day between 1 and 31),
  due_month smallint not null check (due_month between 1 and 12),
  due_day smallint not null check (due_day between 1 and 31),
  last_year integer not null,
  made_by bigint not null references people,
  ended_on date,
  version integer not null default 1
);
create unique index one_recurrence_of_a_template on review_recurrences (template_id) where ended_on is null;
comment on column review_recurrences.last_year is 'The year of the last review that it made, or was too late for when it was made itself.';
create trigger bump before update on review_recurrences for each row execute function bump_version();
create trigger keep_rows before delete on review_recurrences for each row execute function refuse_row_removal();
alter table review_recurrences enable row level security;
alter table review_recurrences force row level security;
create policy owner on review_recurrences to current_user using (true) with check (true);
create policy readers on review_recurrences for select to daicho_read, daicho_write using ((select holds('review.read')));
grant select on review_recurrences to daicho_read, daicho_write;
select keep_versions('review_recurrences');
alter table reviews add recurrence_id bigint references review_recurrences;
create index on reviews (recurrence_id) where recurrence_id is not null;
comment on column reviews.recurrence_id is 'Made by itself, from a review that comes every year.';
select keep_versions('reviews');
grant select (recurrence_id) on reviews to daicho_read, daicho_write;

/* A day of a year; the last of its month where the month is shorter. */
create function day_of_year(year integer, month integer, day integer) returns date
language sql immutable parallel safe set search_path from current as $$
  select least(make_date(year, month, 1) + (day - 1), (make_date(year, month, 1) + interval '1 month')::date - 1)
$$;

/* Makes a review come every year. Answers {outcome: saved | notFound | already | unfit, id}. */
create function keep_recurrence(template bigint, opens_on_month integer, opens_on_day integer, due_on_month integer, due_on_day integer) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  copied reviews;
  this_year constant integer := extract(year from app_today());
  new_id bigint;
begin
  select * into copied from reviews where id = template for share;
  if not found then return '{"outcome": "notFound"}'; end if;
  if not manages_review(copied.schools_only) then perform refuse_writing('recurring reviews need review.manage'); end if;
  if opens_on_month not between 1 and 12 or due_on_month not between 1 and 12 or opens_on_day not between 1 and 31 or due_on_day not between 1 and 31
     or is_reclassification(template) then return '{"outcome": "unfit"}'; end if;
  insert into review_recurrences (template_id, opens_month, opens_day, due_month, due_day, last_year, made_by)
  values (template, opens_on_month, opens_on_day, due_on_month, due_on_day,
    this_year - (day_of_year(this_year, opens_on_month, opens_on_day) >= app_today())::integer, viewer_id())
  on conflict do nothing returning id into new_id;
  if new_id is null then return '{"outcome": "already"}'; end if;
  return jsonb_build_object('outcome', 'saved', 'id', new_id::text);
end $$;

/* A change of schemes happens once; known only where such reviews exist. */
create function is_reclassification(review bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  found_one boolean := false;
begin
  if to_regclass('review_reclassifications') is not null then
    execute 'select exists (select from review_reclassifications where review_id = $1)' into found_one using review;
  end if;
  return found_one;
end $$;

/* No more of them; what was made stays. Answers {outcome: stopped | stale | notFound}. */
create function stop_recurrence(wanted bigint, seen_version integer) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  known review_recurrences;
begin
  select * into known from review_recurrences where id = wanted for update;
  if not found then return '{"outcome": "notFound"}'; end if;
  if not manages_review((select r.schools_only from reviews r where r.id = known.template_id)) then
    perform refuse_writing('recurring reviews need review.manage');
  end if;
  if known.version <> seen_version or known.ended_on is not null then return '{"outcome": "stale"}'; end if;
  update review_recurrences set ended_on = app_today() where id = wanted;
  return '{"outcome": "stopped"}';
end $$;

/* A copy of a template as a review of `year`: every column that says what it is, its questions and its reminders. */
create function copy_review(template bigint, recurrence bigint, opening date, due date) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  own constant text[] := array['id', 'state', 'opens_on', 'due_on', 'copied_from', 'recurrence_id', 'title', 'scope', 'opened_at', 'rows_frozen',
    'scope_hash', 'closed_at', 'closed_by', 'report', 'version'];
  carried constant text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = 'reviews'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> all (own));
  old reviews;
  fiscal constant integer := extract(year from opening - interval '3 months') - 2018;
  wanted_title text;
  new_id bigint;
begin
  select * into strict old from reviews where id = template;
  wanted_title := regexp_replace(old.title, '令和([0-9０-９]+|元)年度', '令和' || fiscal || '年度');
  execute format('insert into reviews (title, scope, opens_on, due_on, copied_from, recurrence_id, %1$s)
    select $1, $2, $3, $4, id, $5, %1$s from reviews where id = $6 returning id', carried)
  into new_id using left(wanted_title, 100),
    case when old.scope ? 'unconfirmedBefore' then old.scope || jsonb_build_object('unconfirmedBefore',
      ((old.scope ->> 'unconfirmedBefore')::date + make_interval(years => extract(year from opening)::integer - extract(year from old.opens_on)::integer))::date)
      else old.scope end,
    opening, due, recurrence, template;
  insert into review_questions (review_id, questions) select new_id, q.questions from review_questions q where q.review_id = template;
  if to_regclass('review_reminders') is not null then
    execute (select format('insert into review_reminders (review_id, %1$s) select $1, %1$s from review_reminders where review_id = $2',
      string_agg(quote_ident(attname), ', ')) from pg_attribute where attrelid = to_regclass('review_reminders') and attnum > 0
      and not attisdropped and attname <> all (array['id', 'review_id', 'version'])) using new_id, template;
  end if;
  return new_id;
end $$;

/*
 * Makes the reviews of this year whose day has come; run by a job. Each once a year, however many workers run: the year
 * is put down by the statement that finds it due. Answers how many.
 */
create function open_due_recurrences() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  today constant date := app_today();
  this_year constant integer := extract(year from app_today());
  due review_recurrences;
  opening date;
  ending date;
  new_id bigint;
  made bigint := 0;
begin
  loop
    update review_recurrences c set last_year = this_year
    where c.id = (select w.id from review_recurrences w where w.ended_on is null and w.last_year < this_year
      and day_of_year(this_year, w.opens_month, w.opens_day) <= today order by w.id limit 1 for update skip locked)
      and c.last_year < this_year
    returning c.* into due;
    if not found then return made; end if;
    opening := day_of_year(this_year, due.opens_month, due.opens_day);
    ending := day_of_year(this_year, due.due_month, due.due_day);
    if ending < opening then ending := day_of_year(this_year + 1, due.due_month, due.due_day); end if;
    -- Nothing ran for that long: people still get as many days as they would have had.
    if ending < today then ending := today + (ending - opening); end if;
    new_id := copy_review(due.template_id, due.id, opening, ending);
    perform record_events(jsonb_build_array(jsonb_build_object('action', 'review.made', 'subjectType', 'reviews', 'subjectId', new_id,
      'details', jsonb_build_object('job', 'recurringReviews', 'recurrence', due.id::text))));
    made := made + 1;
  end loop;
end $$;

alter table review_statements add written_by bigint references people;
comment on column review_statements.written_by is 'Null: it came with the portal. A certificate keeps the text that it was given under.';
create trigger keep before update or delete on review_statements for each row execute function keep_frozen();
create trigger keep_whole before truncate on review_statements for each statement execute function keep_frozen();

/* A new statement from a day on; the earlier ones stay. seen: the newest one's id. Answers {outcome: saved | stale | past, id}. */
create function write_review_statement(told text, from_day date, seen bigint) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  new_id bigint;
begin
  if not manages_review(false) then perform refuse_writing('the statement is the secretariat''s'); end if;
  perform pg_advisory_xact_lock(hashtext('write_review_statement'));
  if (select max(id) from review_statements) <> seen then return '{"outcome": "stale"}'; end if;
  if from_day < app_today() then return '{"outcome": "past"}'; end if;
  insert into review_statements (text, valid_from, written_by) values (btrim(told), from_day, viewer_id()) returning id into new_id;
  return jsonb_build_object('outcome', 'saved', 'id', new_id::text);
end $$;

revoke execute on function day_of_year(integer, integer, integer), keep_recurrence(bigint, integer, integer, integer, integer), is_reclassification(bigint),
  stop_recurrence(bigint, integer), copy_review(bigint, bigint, date, date), open_due_recurrences(), write_review_statement(text, date, bigint) from public;
grant execute on function keep_recurrence(bigint, integer, integer, integer, integer), stop_recurrence(bigint, integer), open_due_recurrences(),
  write_review_statement(text, date, bigint) to daicho_write;
