-- Opening: the scope as conditions, what stands out of an asset, and the moment that freezes everything.
select set_config('search_path', current_schema() || ', pg_temp', false);

/*
 * What of an asset speaks against "unchanged" (unclassified, retiredScheme), or is worth a look (the others):
 * lib/domain/asset-findings.ts says the same, a test holds both equal.
 */
create function asset_findings(a assets, scheme_status text, today date) returns text[]
language sql immutable parallel safe as $$
  select array_remove(array[
    case when case a.scheme_family when 'municipal' then num_nulls(a.confidentiality, a.integrity, a.availability) > 0
      else num_nulls(a.importance, a.audience) > 0 end then 'unclassified' end,
    case when scheme_status = 'retired' then 'retiredScheme' end,
    case when a.zone_cell = 'notEntered' and a.kind_code <> 'facility' then 'zoneNotEntered' end,
    case when a.personal_data is null then 'personalUnknown' end,
    case when a.personal_data <> 'none' and a.data_subjects is null then 'subjectsUnknown' end,
    case when a.personal_data in ('sensitive', 'specific')
      and (a.confidentiality in ('3C', '2', '1') or a.importance in ('III', 'IV')) then 'personalButLow' end,
    case when a.disposal_due_on < today then 'disposalOverdue' end,
    case when a.outsourcing_ends_on < today then 'outsourcingEnded' end,
    case when a.personal_data = 'specific' and a.my_number_use = 'use' and a.zone_cell <> 'myNumber' then 'myNumberZone' end], null)
$$;

/* The scope as a condition over assets a joined with departments d; values are quoted, keys are ours. */
create function review_conditions(scope jsonb, only_schools boolean) returns text
language plpgsql stable security definer set search_path from current as $$
declare
  found text[] := array['a.state = ''active'''];
  listed constant text := '%s = any (%L::text[])';
begin
  if only_schools then found := found || 'd.category_code = ''school'''::text; end if;
  if jsonb_array_length(scope -> 'categories') > 0 then
    found := found || format(listed, 'd.category_code', array(select jsonb_array_elements_text(scope -> 'categories')));
  end if;
  if jsonb_array_length(scope -> 'bureaus') > 0 then
    found := found || format('d.bureau_id = any (%L::bigint[])', array(
      select b.id from departments b where b.code in (select jsonb_array_elements_text(scope -> 'bureaus'))));
  end if;
  if jsonb_array_length(scope -> 'zones') > 0 then
    found := found || format(listed, 'a.zone_cell', array(select jsonb_array_elements_text(scope -> 'zones')));
  end if;
  if coalesce(jsonb_array_length(scope #> '{levels,confidentiality}'), 0) + coalesce(jsonb_array_length(scope #> '{levels,importance}'), 0) > 0 then
    found := found || format('case a.scheme_family when ''municipal'' then coalesce(a.confidentiality, ''none'') = any (%L::text[]) else coalesce(a.importance, ''none'') = any (%L::text[]) end',
      array(select jsonb_array_elements_text(scope #> '{levels,confidentiality}')), array(select jsonb_array_elements_text(scope #> '{levels,importance}')));
  end if;
  if scope ? 'family' then found := found || format('a.scheme_family = %L', scope ->> 'family'); end if;
  if scope ? 'unconfirmedBefore' then
    found := found || format('(a.last_confirmed_on is null or a.last_confirmed_on < %L::date)', scope ->> 'unconfirmedBefore');
  end if;
  return array_to_string(found, ' and ');
end $$;

/* How many assets and departments a scope would freeze now, 関係者限り ones counted too: {assets, departments}. */
create function count_review_scope(scope jsonb) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  answer jsonb;
begin
  if not holds('review.manage') or not review_scope_holds(scope) then return null; end if;
  execute format('select jsonb_build_object(''assets'', count(*), ''departments'', count(distinct a.department_id))
    from assets a join departments d on d.id = a.department_id where %s', review_conditions(scope, not holds_everywhere('review.manage')))
  into answer;
  return answer;
end $$;

/* The frozen rows in one number. */
create function review_scope_hash(review bigint) returns bytea
language plpgsql stable security definer set search_path from current set timezone to 'UTC' as $$
begin
  return (select sha256(convert_to(coalesce(string_agg(concat_ws('|', s.asset_number, s.department_id, s.asset_version, s.name,
    s.kind_code, s.zone_cell, s.scheme_id, coalesce(s.confidentiality, '-'), coalesce(s.integrity, '-'), coalesce(s.availability, '-'),
    coalesce(s.importance, '-'), coalesce(s.audience, '-'), coalesce(s.personal_data, '-'), coalesce(s.data_subjects::text, '-'),
    coalesce(s.take_out, '-'), s.visibility, s.findings::text, s.must_open), E'\n' order by s.asset_number), ''), 'UTF8'))
  from review_scope s where s.review_id = review);
end $$;

/* Freezes the scope of a review that is scheduled and locked, and opens it. Answers how many rows. */
create function open_review(wanted bigint) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  review constant reviews := (select r from reviews r where r.id = wanted);
  today constant date := app_today();
  frozen bigint;
begin
  -- Levels that ask for being opened one by one: 3B and up, in schools Ⅱ and up.
  execute format($sql$
    insert into review_scope (review_id, asset_number, department_id, asset_version, name, kind_code, zone_cell, scheme_id,
      scheme_family, confidentiality, integrity, availability, importance, audience, level_rank, personal_data, data_subjects,
      take_out, visibility, last_confirmed_on, findings, must_open)
    select %s, a.number, a.department_id, a.version, a.name, a.kind_code, a.zone_cell, a.scheme_id,
      a.scheme_family, a.confidentiality, a.integrity, a.availability, a.importance, a.audience, a.level_rank, a.personal_data,
      a.data_subjects, a.take_out, a.visibility, a.last_confirmed_on, asset_findings(a, s.status, %L),
      coalesce(a.confidentiality in ('3A', '3B', '3') or a.importance in ('I', 'II'), false)
        and row_number() over (partition by a.department_id order by a.level_rank desc, a.number) <= %s
    from assets a join departments d on d.id = a.department_id join classification_schemes s on s.id = a.scheme_id
    where %s order by a.number $sql$,
    wanted, today, review.must_open, review_conditions(review.scope, review.schools_only));
  get diagnostics frozen = row_count;
  insert into review_answers (review_id, asset_number, department_id, visibility)
  select s.review_id, s.asset_number, s.department_id, s.visibility from review_scope s where s.review_id = wanted order by s.asset_number;
  insert into review_counts (review_id, department_id, answer, settled, in_bulk, rows)
  select s.review_id, s.department_id, null, false, false, count(*) from review_scope s where s.review_id = wanted group by 1, 2;
  insert into review_departments (review_id, department_id, bureau_id, is_school, rows_at_opening)
  select wanted, d.id, d.bureau_id, d.category_code = 'school', c.rows
  from review_counts c join departments d on d.id = c.department_id where c.review_id = wanted;
  update reviews set state = 'open', opens_on = least(opens_on, today), opened_at = app_now(), rows_frozen = frozen,
    scope_hash = review_scope_hash(wanted)
  where id = wanted;
  perform record_events(jsonb_build_array(jsonb_build_object('action', 'review.opened', 'subjectType', 'reviews', 'subjectId', wanted,
    'details', (select jsonb_build_object('rows', frozen, 'scopeHash', encode(r.scope_hash, 'hex'),
      'departments', (select count(*) from review_departments d where d.review_id = wanted)) from reviews r where r.id = wanted))));
  return frozen;
end $$;

/* Opens what is due; run by a job. One review a call, so one transaction each. Answers how many rows it froze; null: none is due. */
create function open_due_reviews() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  due constant bigint := (
    select id from reviews where state = 'scheduled' and opens_on <= app_today() order by opens_on, id limit 1 for update skip locked);
begin
  if due is null then return null; end if;
  return open_review(due);
end $$;

/* 今すぐ始める. Answers {outcome: opened | stale | notFound, rows}. */
create function start_review(wanted bigint, seen_version integer) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  review reviews;
begin
  select * into review from reviews where id = wanted for update;
  if not found then return '{"outcome": "notFound"}'; end if;
  if not manages_review(review.schools_only) then perform refuse_writing('opening a review needs review.manage'); end if;
  if review.state <> 'scheduled' or review.version <> seen_version then return '{"outcome": "stale"}'; end if;
  return jsonb_build_object('outcome', 'opened', 'rows', open_review(wanted));
end $$;

revoke execute on function asset_findings(assets, text, date), review_conditions(jsonb, boolean), count_review_scope(jsonb),
  review_scope_hash(bigint), open_review(bigint), open_due_reviews(), start_review(bigint, integer) from public;
grant execute on function count_review_scope(jsonb) to daicho_read, daicho_write;
grant execute on function open_due_reviews(), start_review(bigint, integer) to daicho_write;
