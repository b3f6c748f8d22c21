-- Answering the questions of a review; what is missing keeps from bulk answers and from being certified.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* May the viewer answer this question here: of their department, or of a row of theirs that they may read? */
create function may_give(review bigint, department bigint, asset bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  if permission_in_use() <> 'review.answer' or department is null or department <> all (review_answerers(review)) then return false; end if;
  return asset is null or exists (select from review_answers r where r.review_id = review and r.asset_number = asset and r.department_id = department
    and (r.visibility = 'internal' or department = any (reach('asset.readRestricted'))));
end $$;

/* What a told text meets: saved, or why not. Nothing stands for taken back. */
create function told_given_outcome(asked jsonb, told jsonb, present review_given) returns text
language sql immutable parallel safe set search_path from current as $$
  select case
    when asked is null or (asked ->> 'askedOf' = 'asset') <> (told ->> 'number' is not null) then 'gone'
    when coalesce(present.version, 0) <> (told ->> 'version')::integer then 'conflict'
    when nullif(btrim(told ->> 'value'), '') is null then 'saved'
    when asked ->> 'kind' = 'file' then 'refused'
    when length(btrim(told ->> 'value')) > 2000 then 'refused'
    when asked ->> 'kind' = 'choice' and not asked -> 'choices' ? btrim(told ->> 'value') then 'refused'
    when asked ->> 'kind' = 'yesNo' and told ->> 'value' not in ('yes', 'no') then 'refused'
    else 'saved' end
$$;

/* The newest answer to a question, of the department or of an asset. */
create function review_given_at(review bigint, department bigint, asset bigint, place smallint) returns review_given
language plpgsql stable security definer set search_path from current as $$
declare
  found_row review_given;
begin
  if asset is null then
    select g.* into found_row from review_given g where g.review_id = review and g.department_id = department and g.asset_number is null
      and g.place = review_given_at.place order by g.version desc limit 1;
  else
    select g.* into found_row from review_given g where g.review_id = review and g.asset_number = asset
      and g.place = review_given_at.place order by g.version desc limit 1;
  end if;
  return found_row;
end $$;

/*
 * Saves what was given: [{place, number?, version (0: nothing yet), value (null or empty: taken back)}]. What somebody
 * else gave meanwhile is a conflict and stays. Answers [{place, number?, outcome: saved | conflict | gone | closed | refused,
 * version, theirs?: {value, by}}], in order.
 */
create function save_review_given(review bigint, department bigint, given jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  questions constant jsonb := (select q.questions from review_questions q where q.review_id = review);
  told jsonb;
  asset bigint;
  present review_given;
  outcome text;
  answer jsonb := '[]';
begin
  if not may_give(review, department, null) then perform refuse_writing('answering needs review.answer'); end if;
  -- Alone: two who answer the same question queue here, and the second is told.
  perform pg_advisory_xact_lock(review_lock(review, department));
  for told in select value from jsonb_array_elements(given) loop
    asset := (told ->> 'number')::bigint;
    present := review_given_at(review, department, asset, (told ->> 'place')::smallint);
    outcome := case when not may_give(review, department, asset) then 'gone' when not review_is_answerable(review, department) then 'closed'
      else told_given_outcome(questions -> ((told ->> 'place')::integer - 1), told, present) end;
    if outcome = 'saved' and (nullif(btrim(told ->> 'value'), '') is distinct from present.value or present.file_id is not null) then
      insert into review_given (review_id, department_id, asset_number, place, version, value, given_by)
      values (review, department, asset, (told ->> 'place')::smallint, coalesce(present.version, 0) + 1, nullif(btrim(told ->> 'value'), ''), viewer_id());
      present.version := coalesce(present.version, 0) + 1;
    end if;
    answer := answer || (jsonb_strip_nulls(jsonb_build_object('place', told -> 'place', 'number', told ->> 'number', 'outcome', outcome,
      'version', coalesce(present.version, 0), 'theirs', case outcome when 'conflict' then
        jsonb_build_object('value', present.value, 'by', person_name(present.given_by)) end)));
  end loop;
  return answer;
end $$;

/* A file is the answer. Answers {outcome: saved | conflict | gone | closed, id}. Its kind is looked at before, and again by the table. */
create function give_review_file(review bigint, department bigint, asset bigint, place integer, seen_version integer,
  file_name text, file_kind text, content bytea) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  asked constant jsonb := (select q.questions -> (give_review_file.place - 1) from review_questions q where q.review_id = review);
  present review_given;
  new_id bigint;
begin
  if not may_give(review, department, null) then perform refuse_writing('answering needs review.answer'); end if;
  if asked is null or asked ->> 'kind' <> 'file' or (asked ->> 'askedOf' = 'asset') <> (asset is not null) then return '{"outcome": "gone"}'; end if;
  perform pg_advisory_xact_lock(review_lock(review, department));
  if not may_give(review, department, asset) then return '{"outcome": "gone"}'; end if;
  if not review_is_answerable(review, department) then return '{"outcome": "closed"}'; end if;
  present := review_given_at(review, department, asset, place::smallint);
  if coalesce(present.version, 0) <> seen_version then return '{"outcome": "conflict"}'; end if;
  insert into review_files (review_id, department_id, asset_number, place, name, kind, content, added_by)
  values (review, department, asset, place, file_name, file_kind, content, viewer_id()) returning id into new_id;
  insert into review_given (review_id, department_id, asset_number, place, version, file_id, given_by)
  values (review, department, asset, place, seen_version + 1, new_id, viewer_id());
  return jsonb_build_object('outcome', 'saved', 'id', new_id::text);
end $$;

revoke execute on function may_give(bigint, bigint, bigint), told_given_outcome(jsonb, jsonb, review_given),
  review_given_at(bigint, bigint, bigint, smallint), save_review_given(bigint, bigint, jsonb),
  give_review_file(bigint, bigint, bigint, integer, integer, text, text, bytea) from public;
grant execute on function save_review_given(bigint, bigint, jsonb),
  give_review_file(bigint, bigint, bigint, integer, integer, text, text, bytea) to daicho_write;
