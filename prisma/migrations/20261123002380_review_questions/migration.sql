-- Questions beside the answers of a review: what is asked, what was given, and files. Given is append-only.
select set_config('search_path', current_schema() || ', pg_temp', false);

create table review_questions (
  review_id bigint primary key references reviews,
  questions jsonb not null check (jsonb_typeof(questions) = 'array'),
  version integer not null default 1
);
comment on column review_questions.questions is '[{askedOf: department | asset, kind: text | choice | yesNo | file, label, required, choices?}]; a question is named by its place, from 1.';

create table review_files (
  id bigint generated always as identity primary key,
  review_id bigint not null references reviews,
  department_id bigint not null references departments,
  asset_number bigint,
  place smallint not null,
  name text not null check (length(btrim(name)) between 1 and 200 and name !~ '[[:cntrl:]/\\]'),
  kind text not null check (kind in ('pdf', 'png', 'jpg', 'xlsx', 'docx', 'txt', 'csv')),
  content bytea not null check (octet_length(content) between 1 and 5242880),
  content_hash bytea not null generated always as (sha256(content)) stored,
  added_by bigint not null references people,
  added_at timestamptz not null default app_now(),
  check (case kind when 'pdf' then substring(content for 5) = '\x255044462d' when 'png' then substring(content for 8) = '\x89504e470d0a1a0a'
    when 'jpg' then substring(content for 3) = '\xffd8ff' when 'xlsx' then substring(content for 4) = '\x504b0304'
    when 'docx' then substring(content for 4) = '\x504b0304' else position('\x00'::bytea in content) = 0 end)
);
comment on table review_files is 'What departments handed in for a question. Never changed: a later file stands in its place.';

create table review_given (
  id bigint generated always as identity primary key,
  review_id bigint not null references reviews,
  department_id bigint not null references departments,
  asset_number bigint,
  place smallint not null,
  version integer not null,
  value text check (length(value) between 1 and 2000),
  file_id bigint references review_files,
  given_by bigint not null references people,
  given_at timestamptz not null default app_now(),
  check (num_nonnulls(value, file_id) <= 1)
);
create unique index one_given_of_department on review_given (review_id, department_id, place, version) where asset_number is null;
create unique index one_given_of_asset on review_given (review_id, asset_number, place, version) where asset_number is not null;
comment on table review_given is 'What was answered to a question, the newest version counts; both null: taken back.';
comment on column review_given.asset_number is 'Null: answered once for the department. What was answered for an asset goes with its row.';

/* Known kinds, labels and choices only; at most six. */
create function review_questions_hold(questions jsonb) returns boolean
language sql immutable parallel safe set search_path from current as $$
  select jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) <= 6 and not exists (
    select from jsonb_array_elements(questions) q
    where jsonb_typeof(q) <> 'object' or q - array['askedOf', 'kind', 'label', 'required', 'choices'] <> '{}'
      or coalesce(q ->> 'askedOf' not in ('department', 'asset'), true) or coalesce(q ->> 'kind' not in ('text', 'choice', 'yesNo', 'file'), true)
      or coalesce(length(btrim(q ->> 'label')) not between 1 and 200, true) or coalesce(jsonb_typeof(q -> 'required') <> 'boolean', true)
      or (q ->> 'kind' = 'choice') <> (coalesce(jsonb_typeof(q -> 'choices'), '') = 'array')
      or q ->> 'kind' = 'choice' and (jsonb_array_length(q -> 'choices') not between 2 and 20
        or exists (select from jsonb_array_elements_text(q -> 'choices') c where length(btrim(c)) not between 1 and 100)
        or (select count(distinct c) <> count(*) from jsonb_array_elements_text(q -> 'choices') c)))
$$;

/* Asked before the review opens, and never changed after. */
create function guard_questions() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' and new.review_id <> old.review_id or not review_questions_hold(new.questions)
     or not exists (select from reviews r where r.id = new.review_id and r.state = 'scheduled') then
    perform refuse_writing('questions are asked before their review opens');
  end if;
  if tg_op = 'UPDATE' then new.version := old.version + 1; end if;
  return new;
end $$;
create trigger guard before insert or update on review_questions for each row execute function guard_questions();
create trigger keep_rows before delete on review_questions for each row execute function refuse_row_removal();

/* Asks these questions in a review that has not opened. Answers {outcome: saved | opened | notFound | unfit}. */
create function keep_review_questions(review bigint, asked jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  asked_in reviews;
begin
  select * into asked_in from reviews where id = review for update;
  if not found then return '{"outcome": "notFound"}'; end if;
  if not manages_review(asked_in.schools_only) then perform refuse_writing('asking needs review.manage'); end if;
  if asked_in.state <> 'scheduled' then return '{"outcome": "opened"}'; end if;
  if not review_questions_hold(asked) then return '{"outcome": "unfit"}'; end if;
  insert into review_questions as q (review_id, questions) values (review, asked)
  on conflict (review_id) do update set questions = excluded.questions where q.questions <> excluded.questions;
  return '{"outcome": "saved"}';
end $$;

/* The places of the questions that must be answered, of the department or of each asset. */
create function review_required_places(review bigint, of text) returns smallint[]
language plpgsql stable security definer set search_path from current as $$
begin
  return array(
    select t.place::smallint from review_questions q, jsonb_array_elements(q.questions) with ordinality t (asked, place)
    where q.review_id = review and t.asked ->> 'askedOf' = of and (t.asked ->> 'required')::boolean order by t.place);
end $$;

/* What a department has given so far: for itself, and for the rows that are its own now. */
create function review_given_now(review bigint, department bigint) returns setof review_given
language plpgsql stable security definer rows 100 set search_path from current as $$
begin
  return query
    select distinct on (g.place) g.* from review_given g
    where g.review_id = review and g.department_id = department and g.asset_number is null order by g.place, g.version desc;
  return query
    select distinct on (g.asset_number, g.place) g.* from review_answers r
    join review_given g on g.review_id = r.review_id and g.asset_number = r.asset_number
    where r.review_id = review and r.department_id = department order by g.asset_number, g.place, g.version desc;
end $$;

/* Whether a row's required questions are all answered. */
create function row_is_given(review bigint, asset bigint, places smallint[]) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return not exists (
    select from unnest(places) p where not coalesce((
      select num_nonnulls(g.value, g.file_id) = 1 from review_given g
      where g.review_id = review and g.asset_number = asset and g.place = p order by g.version desc limit 1), false));
end $$;

/* What is still missing before a department can be certified: {questions, rows}. */
create function review_missing(review bigint, department bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  of_department constant smallint[] := review_required_places(review, 'department');
  of_asset constant smallint[] := review_required_places(review, 'asset');
begin
  return jsonb_build_object(
    'questions', (select count(*) from unnest(of_department) p where not exists (
      select from review_given_now(review, department) g where g.asset_number is null and g.place = p and num_nonnulls(g.value, g.file_id) = 1)),
    'rows', case when of_asset = '{}' then 0 else (select count(*) from review_answers r
      where r.review_id = review and r.department_id = department and r.answer is distinct from 'disposed'
        and not row_is_given(review, r.asset_number, of_asset)) end);
end $$;

/* What is given changes what is certified, and only while it may: as note_answers does for answers. */
create function note_given() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  of_reviews bigint[];
  of_departments bigint[];
begin
  perform current_audit_transaction();
  select array_agg(t.review_id), array_agg(t.department_id) into of_reviews, of_departments
  from (select distinct review_id, department_id from added) t;
  perform lock_answering(of_reviews, of_departments);
  if exists (select from unnest(of_reviews, of_departments) t (review, department) where not review_is_answerable(t.review, t.department)) then
    perform refuse_writing('this review is closed');
  end if;
  perform void_certifications(of_reviews, of_departments, 'answersChanged');
  return null;
end $$;
create trigger note_given after insert on review_given referencing new table as added for each statement execute function note_given();

do $$
declare
  named text;
begin
  foreach named in array array['review_files', 'review_given'] loop
    execute format('create trigger keep before update or delete on %I for each row execute function keep_frozen()', named);
    execute format('create trigger keep_whole before truncate on %I for each statement execute function keep_frozen()', named);
    execute format('create policy readers on %I for select to daicho_read, daicho_write using (
      case when asset_number is null then department_id = any ((select reach(''review.read''))::bigint[])
        else exists (select from review_answers a where a.review_id = %1$I.review_id and a.asset_number = %1$I.asset_number) end)', named);
  end loop;
  create policy readers on review_questions for select to daicho_read, daicho_write using ((select holds('review.read')));
  foreach named in array array['review_files', 'review_given', 'review_questions'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format('create policy owner on %I to current_user using (true) with check (true)', named);
    execute format('grant select on %I to daicho_read, daicho_write', named);
  end loop;
end $$;
select require_event('review_files');
select keep_versions('review_questions');

revoke execute on function review_questions_hold(jsonb), keep_review_questions(bigint, jsonb), review_required_places(bigint, text),
  review_given_now(bigint, bigint), row_is_given(bigint, bigint, smallint[]), review_missing(bigint, bigint) from public;
grant execute on function keep_review_questions(bigint, jsonb) to daicho_write;
