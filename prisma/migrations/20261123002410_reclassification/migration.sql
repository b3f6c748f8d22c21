-- A review that moves assets from one version of their scheme to another: what follows is frozen with the scope.
select set_config('search_path', current_schema() || ', pg_temp', false);

alter table review_scope add proposed jsonb, add judge_anew boolean not null default false,
  add check (proposed is null or not judge_anew);
comment on column review_scope.proposed is 'In a reclassification: the levels that follow from the mapping, by axis.';
comment on column review_scope.judge_anew is 'In a reclassification: nothing follows, a person judges.';

/* The versions of a review are chosen before it opens. */
create function guard_reclassification() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if (select state from reviews where id = coalesce(new.review_id, old.review_id)) <> 'scheduled' then
    perform refuse_writing('a review that is open is not rewritten');
  end if;
  return coalesce(new, old);
end $$;
create trigger guard before insert or update or delete on review_reclassifications for each row execute function guard_reclassification();

/*
 * Between which versions a review moves its assets; null, null: none, it is a regular one. Called with keep_review.
 * Answers {outcome: saved | notFound | opened | unfit}.
 */
create function choose_review_schemes(review bigint, from_version text, to_version text) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  known reviews;
  from_id constant bigint := (select id from classification_schemes where code = from_version);
  to_id constant bigint := (select id from classification_schemes where code = to_version);
begin
  select * into known from reviews where id = review for update;
  if not found then return '{"outcome": "notFound"}'; end if;
  if not manages_review(known.schools_only) then perform refuse_writing('making a review needs review.manage'); end if;
  if known.state <> 'scheduled' then return '{"outcome": "opened"}'; end if;
  if from_version is null and to_version is null then
    delete from review_reclassifications where review_id = review;
    return '{"outcome": "saved"}';
  end if;
  if from_id is null or to_id is null or not schemes_are_versions(from_id, to_id) then return '{"outcome": "unfit"}'; end if;
  insert into review_reclassifications (review_id, from_scheme_id, to_scheme_id) values (review, from_id, to_id)
  on conflict (review_id) do update set from_scheme_id = excluded.from_scheme_id, to_scheme_id = excluded.to_scheme_id;
  return '{"outcome": "saved"}';
end $$;

/* What follows for each asset under a version (lib/domain/scheme-mapping.ts says the same); no mapping: no rows. */
create function mapped_assets(from_scheme bigint, to_scheme bigint)
returns table (number bigint, proposed jsonb, judge_anew boolean)
language sql stable security definer rows 10000 set search_path from current as $$
  with lines as materialized (
    select * from scheme_mappings where from_scheme_id = from_scheme and to_scheme_id = to_scheme)
  select a.number, case when not j.judged then jsonb_build_object('confidentiality', c.to_code, 'integrity', i.to_code,
      'availability', v.to_code, 'importance', p.to_code) end, j.judged
  from assets a
  cross join lateral (select case when a.personal_data = 'none' then 'notPersonal' else 'personal' end as holds) k
  left join lines c on c.axis = 'confidentiality' and c.from_code = a.confidentiality and c.condition in ('always', k.holds)
  left join lines i on i.axis = 'integrity' and i.from_code = a.integrity and i.condition in ('always', k.holds)
  left join lines v on v.axis = 'availability' and v.from_code = a.availability and v.condition in ('always', k.holds)
  left join lines p on p.axis = 'importance' and p.from_code = a.importance and p.condition in ('always', k.holds)
  cross join lateral (select a.scheme_family = 'municipal' as municipal) f
  cross join lateral (select
    case when a.confidentiality is null then f.municipal else c.to_code is null end
    or case when a.integrity is null then f.municipal else i.to_code is null end
    or case when a.availability is null then f.municipal else v.to_code is null end
    or case when a.importance is null then not f.municipal else p.to_code is null end
    or not f.municipal and a.audience is null as judged) j
  where a.scheme_id = from_scheme and a.state = 'active' and exists (select from lines)
$$;

/* How many assets under the earlier version a scope covers now, and what follows of them; null: not for the viewer. */
create function count_scope_under(scope jsonb, from_version text, to_version text) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  from_id constant bigint := (select id from classification_schemes where code = from_version);
  to_id constant bigint := (select id from classification_schemes where code = to_version);
  answer jsonb;
begin
  if not holds('review.manage') or not review_scope_holds(scope) or from_id is null or to_id is null then return null; end if;
  execute format('select jsonb_build_object(''assets'', count(*), ''departments'', count(distinct a.department_id),
      ''follows'', count(m.proposed), ''judged'', count(*) - count(m.proposed))
    from assets a join departments d on d.id = a.department_id left join mapped_assets(%1$s, %2$s) m on m.number = a.number
    where a.scheme_id = %1$s and %3$s', from_id, to_id, review_conditions(scope, not holds_everywhere('review.manage')))
  into answer;
  return answer;
end $$;

/* What keeps a review between versions from opening: notInForce, mappingMissing; null: nothing. */
create function opening_problem(review bigint) returns text
language plpgsql stable security definer set search_path from current as $$
begin
  return (
    select case when not schemes_are_versions(c.from_scheme_id, c.to_scheme_id) or t.status <> 'inForce' then 'notInForce'
      when not mapping_is_whole(c.from_scheme_id, c.to_scheme_id) then 'mappingMissing' end
    from review_reclassifications c join classification_schemes t on t.id = c.to_scheme_id where c.review_id = review);
end $$;

/* As before; of a review between versions also what follows and what is judged. Null columns add nothing to a regular one. */
create or replace function review_scope_hash(review bigint) returns bytea
language plpgsql stable security definer set search_path from current set timezone to 'UTC' as $$
begin
  return (select sha256(convert_to(coalesce(string_agg(concat_ws('|', s.asset_number, s.department_id, s.asset_version, s.name,
    s.kind_code, s.zone_cell, s.scheme_id, coalesce(s.confidentiality, '-'), coalesce(s.integrity, '-'), coalesce(s.availability, '-'),
    coalesce(s.importance, '-'), coalesce(s.audience, '-'), coalesce(s.personal_data, '-'), coalesce(s.data_subjects::text, '-'),
    coalesce(s.take_out, '-'), s.visibility, s.findings::text, s.must_open, s.proposed::text, nullif(s.judge_anew, false)), E'\n'
    order by s.asset_number), ''), 'UTF8'))
  from review_scope s where s.review_id = review);
end $$;

/* Freezes the scope of a review that is scheduled and locked, and opens it. Answers how many rows. */
create or replace function open_review(wanted bigint) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  review constant reviews := (select r from reviews r where r.id = wanted);
  moves constant review_reclassifications := (select c from review_reclassifications c where c.review_id = wanted);
  today constant date := app_today();
  frozen bigint;
begin
  if moves.review_id is not null then
    perform pg_advisory_xact_lock_shared(mapping_lock(moves.from_scheme_id, moves.to_scheme_id));
    if opening_problem(wanted) is not null then perform refuse_writing('the new version is in force, and what follows is said whole'); end if;
  end if;
  -- Levels that ask for being opened one by one: 3B and up, in schools Ⅱ and up.
  execute format($sql$
    insert into review_scope (review_id, asset_number, department_id, asset_version, name, kind_code, zone_cell, scheme_id,
      scheme_family, confidentiality, integrity, availability, importance, audience, level_rank, personal_data, data_subjects,
      take_out, visibility, last_confirmed_on, findings, must_open, proposed, judge_anew)
    select %1$s, a.number, a.department_id, a.version, a.name, a.kind_code, a.zone_cell, a.scheme_id,
      a.scheme_family, a.confidentiality, a.integrity, a.availability, a.importance, a.audience, a.level_rank, a.personal_data,
      a.data_subjects, a.take_out, a.visibility, a.last_confirmed_on, asset_findings(a, s.status, %2$L),
      coalesce(a.confidentiality in ('3A', '3B', '3') or a.importance in ('I', 'II'), false)
        and row_number() over (partition by a.department_id order by a.level_rank desc, a.number) <= %3$s,
      m.proposed, coalesce(m.judge_anew, false)
    from assets a join departments d on d.id = a.department_id join classification_schemes s on s.id = a.scheme_id
    left join mapped_assets(%5$L, %6$L) m on m.number = a.number
    where %4$s and (%5$L::bigint is null or a.scheme_id = %5$L::bigint) order by a.number $sql$,
    wanted, today, review.must_open, review_conditions(review.scope, review.schools_only), moves.from_scheme_id, moves.to_scheme_id);
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

/* As before; a review that cannot open yet (opening_problem) waits, and keeps nobody else waiting. */
create or replace function open_due_reviews() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  due constant bigint := (
    select id from reviews where state = 'scheduled' and opens_on <= app_today() and opening_problem(id) is null
    order by opens_on, id limit 1 for update skip locked);
begin
  if due is null then return null; end if;
  return open_review(due);
end $$;

/* 今すぐ始める. Answers {outcome: opened | stale | notFound | notInForce | mappingMissing, rows}. */
create or replace function start_review(wanted bigint, seen_version integer) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  review reviews;
begin
  select * into review from reviews where id = wanted for update;
  if not found then return '{"outcome": "notFound"}'; end if;
  if not manages_review(review.schools_only) then perform refuse_writing('opening a review needs review.manage'); end if;
  if review.state <> 'scheduled' or review.version <> seen_version then return '{"outcome": "stale"}'; end if;
  if opening_problem(wanted) is not null then return jsonb_build_object('outcome', opening_problem(wanted)); end if;
  return jsonb_build_object('outcome', 'opened', 'rows', open_review(wanted));
end $$;

revoke execute on function choose_review_schemes(bigint, text, text), mapped_assets(bigint, bigint),
  count_scope_under(jsonb, text, text), opening_problem(bigint) from public;
grant execute on function count_scope_under(jsonb, text, text), opening_problem(bigint) to daicho_read, daicho_write;
grant execute on function choose_review_schemes(bigint, text, text) to daicho_write;
