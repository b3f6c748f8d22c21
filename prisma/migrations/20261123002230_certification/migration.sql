-- 証明: the head certifies exactly the answers that they saw; any later change of them voids it.
select set_config('search_path', current_schema() || ', pg_temp', false);

create table review_certifications (
  id bigint generated always as identity primary key,
  review_id bigint not null,
  department_id bigint not null,
  state text not null default 'standing' check (state in ('standing', 'voided', 'returned')),
  answers_hash bytea not null,
  rows integer not null,
  statement text not null,
  certified_by bigint not null references people,
  certified_for bigint references people,
  certified_at timestamptz not null default app_now(),
  grant_id bigint not null references grants,
  ended_at timestamptz,
  end_reason text check (length(end_reason) <= 1000),
  version integer not null default 1,
  foreign key (review_id, department_id) references review_departments,
  check ((state = 'standing') = (ended_at is null))
);
create unique index one_standing_certification on review_certifications (review_id, department_id) where state = 'standing';
create index on review_certifications (review_id, department_id, id);
comment on column review_certifications.certified_for is 'Whose post it was, where a deputy certified.';
alter table review_departments add foreign key (certification_id) references review_certifications;

create table review_sign_offs (
  id bigint generated always as identity primary key,
  review_id bigint not null references reviews,
  bureau_id bigint not null references departments,
  is_school boolean not null,
  certifications_hash bytea not null,
  signed_by bigint not null references people,
  signed_for bigint references people,
  signed_at timestamptz not null default app_now(),
  grant_id bigint not null references grants,
  state text not null default 'standing' check (state in ('standing', 'voided')),
  ended_at timestamptz,
  version integer not null default 1,
  check ((state = 'standing') = (ended_at is null))
);
create unique index one_standing_sign_off on review_sign_offs (review_id, bureau_id, is_school) where state = 'standing';
comment on column review_sign_offs.is_school is 'Schools are signed off by those who answer for schools, the rest of their bureau by its officer.';
create trigger keep_rows before delete on review_certifications for each row execute function refuse_row_removal();
create trigger keep_rows before delete on review_sign_offs for each row execute function refuse_row_removal();

/* The exact answers of a department in one number, with what it proposes to add to the ledger. */
create function review_answers_hash(review bigint, department bigint) returns bytea
language plpgsql stable security definer set search_path from current as $$
begin
  return sha256(convert_to(
    coalesce((select string_agg(concat_ws('|', r.asset_number, r.version, coalesce(r.answer, '-'), r.settled, r.in_bulk,
      coalesce(r.proposal_id::text, '-'), r.opened_by is not null, coalesce(r.note, '')), E'\n' order by r.asset_number)
      from review_answers r where r.review_id = review and r.department_id = department), '') || E'\n+'
    || coalesce((select string_agg(i.asset_number::text, '|' order by i.asset_number)
      from proposals p join proposal_items i on i.proposal_id = p.id and i.kind = 'registration'
      where p.review_id = review and p.department_id = department and p.state in ('submitted', 'approved')), ''), 'UTF8'));
end $$;

/* Ends what was certified over (review, department) pairs. */
create function void_certifications(reviews bigint[], departments bigint[], because text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  update review_certifications c set state = 'voided', ended_at = app_now(), end_reason = because
  from unnest(reviews, departments) t (review, department)
  where c.review_id = t.review and c.department_id = t.department and c.state = 'standing';
end $$;

/* A certificate is made by who is signed in, over the answers as they are; it ends once and says nothing else then. */
create function guard_certification() returns trigger
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
  return new;
end $$;
create trigger guard before insert or update on review_certifications for each row execute function guard_certification();

/* 最終確認日: what the head certifies as unchanged was confirmed today. In a trigger, so that no permission writes it alone. */
create function settle_certification() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    update review_departments set state = 'certified', certification_id = new.id, returned_reason = null
    where review_id = new.review_id and department_id = new.department_id;
    update assets a set last_confirmed_on = app_today()
    from review_answers r
    where r.review_id = new.review_id and r.department_id = new.department_id and r.answer = 'unchanged'
      and a.number = r.asset_number and a.state = 'active' and a.last_confirmed_on is distinct from app_today();
    return null;
  end if;
  update review_departments set state = case when reopened_at is null then 'open' else 'reopened' end, certification_id = null, waiting_since = app_now()
  where review_id = new.review_id and department_id = new.department_id;
  update review_sign_offs s set state = 'voided', ended_at = app_now()
  from review_departments d
  where d.review_id = new.review_id and d.department_id = new.department_id
    and s.review_id = d.review_id and s.bureau_id = d.bureau_id and s.is_school = d.is_school and s.state = 'standing';
  return null;
end $$;
create trigger settle after insert or update on review_certifications for each row execute function settle_certification();

/*
 * Certifies a department. seen_hash: of the answers that the page showed (review_seal). Answers {outcome: certified |
 * changed | notAnswered | unsettled | alreadyCertified | closed | notYours | nothing, id?, by?, count?}.
 */
create function certify_department(review bigint, department bigint, seen_hash text) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
  used bigint;
  standing review_certifications;
  total bigint;
  open_rows bigint;
  unsettled bigint;
  new_id bigint;
begin
  if permission_in_use() <> 'review.certify' or department <> all (reach('review.certify')) then
    perform refuse_writing('certifying needs review.certify');
  end if;
  select x.grant_id into used from deciders('manager', department) x where x.person_id = viewer
  order by x.on_behalf_of is not null, x.rank, x.grant_id limit 1;
  if not found then return '{"outcome": "notYours"}'; end if;
  perform pg_advisory_xact_lock(review_lock(review, department));
  select * into standing from review_certifications c where c.review_id = review and c.department_id = department and c.state = 'standing';
  if found then return jsonb_build_object('outcome', 'alreadyCertified', 'by', person_name(standing.certified_by)); end if;
  if not review_is_answerable(review, department) then return '{"outcome": "closed"}'; end if;
  select count(*), count(*) filter (where r.answer is null), count(*) filter (where r.answer is not null and not r.settled)
  into total, open_rows, unsettled from review_answers r where r.review_id = review and r.department_id = department;
  if total = 0 then return '{"outcome": "nothing"}'; end if;
  if encode(review_answers_hash(review, department), 'hex') is distinct from seen_hash then return '{"outcome": "changed"}'; end if;
  if open_rows > 0 then return jsonb_build_object('outcome', 'notAnswered', 'count', open_rows); end if;
  if unsettled > 0 then return jsonb_build_object('outcome', 'unsettled', 'count', unsettled); end if;
  insert into review_certifications (review_id, department_id, answers_hash, rows, statement, certified_by, grant_id)
  values (review, department, decode(seen_hash, 'hex'), total, review_statement(), viewer, used) returning id into new_id;
  return jsonb_build_object('outcome', 'certified', 'id', new_id::text);
end $$;

/* Who signs off: a bureau's officer, else the chief officer; the schools of a bureau: the education officer, else the chief. */
create function sign_off_deciders(review bigint, bureau bigint, schools boolean)
returns table (person_id bigint, grant_id bigint, on_behalf_of bigint, rank integer, absent boolean)
language plpgsql stable security definer set search_path from current as $$
begin
  if not schools then return query select x.* from deciders('officer', bureau) x; return; end if;
  return query
    select x.person_id, x.grant_id, x.on_behalf_of, x.rank - 1, x.absent
    from (select min(d.department_id) as school from review_departments d
      where d.review_id = review and d.bureau_id = bureau and d.is_school) any_school
    cross join lateral deciders('manager', any_school.school) x
    where x.rank > 1;
end $$;

/* The standing certificates of a unit in one number; null while a department with rows has none. */
create function review_unit_hash(review bigint, bureau bigint, schools boolean) returns bytea
language plpgsql stable security definer set search_path from current as $$
begin
  return (
    select case when count(*) > 0 and bool_and(d.state = 'certified')
      then sha256(convert_to(string_agg(concat_ws('|', d.department_id, d.certification_id, encode(c.answers_hash, 'hex')), E'\n' order by d.department_id), 'UTF8')) end
    from review_departments d left join review_certifications c on c.id = d.certification_id
    where d.review_id = review and d.bureau_id = bureau and d.is_school = schools
      and exists (select from review_answers r where r.review_id = review and r.department_id = d.department_id));
end $$;

/* 部局の確認. Answers {outcome: signedOff | changed | notCertified | alreadySignedOff | closed | notYours, id?, by?}. */
create function sign_off_bureau(review bigint, bureau bigint, schools boolean, seen_hash text) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
  used bigint;
  standing review_sign_offs;
  present bytea;
  new_id bigint;
begin
  if permission_in_use() <> 'review.signOff' or not holds('review.signOff') then perform refuse_writing('signing off needs review.signOff'); end if;
  select x.grant_id into used from sign_off_deciders(review, bureau, schools) x where x.person_id = viewer
  order by x.on_behalf_of is not null, x.rank, x.grant_id limit 1;
  if not found then return '{"outcome": "notYours"}'; end if;
  -- A certificate of the unit ends with its department's row: both are kept as they are until this is done.
  perform from review_departments d where d.review_id = review and d.bureau_id = bureau and d.is_school = schools
  order by d.department_id for share;
  if not exists (select from reviews r where r.id = review and r.state = 'open') then return '{"outcome": "closed"}'; end if;
  select * into standing from review_sign_offs s where s.review_id = review and s.bureau_id = bureau and s.is_school = schools and s.state = 'standing';
  if found then return jsonb_build_object('outcome', 'alreadySignedOff', 'by', person_name(standing.signed_by)); end if;
  present := review_unit_hash(review, bureau, schools);
  if present is null then return '{"outcome": "notCertified"}'; end if;
  if encode(present, 'hex') is distinct from seen_hash then return '{"outcome": "changed"}'; end if;
  insert into review_sign_offs (review_id, bureau_id, is_school, certifications_hash, signed_by, signed_for, grant_id)
  values (review, bureau, schools, present, viewer, (select nullif(g.person_id, viewer) from grants g where g.id = used), used)
  on conflict do nothing returning id into new_id;
  if new_id is null then return '{"outcome": "alreadySignedOff"}'; end if;
  return jsonb_build_object('outcome', 'signedOff', 'id', new_id::text);
end $$;

revoke execute on function review_answers_hash(bigint, bigint), void_certifications(bigint[], bigint[], text),
  certify_department(bigint, bigint, text), sign_off_deciders(bigint, bigint, boolean), review_unit_hash(bigint, bigint, boolean),
  sign_off_bureau(bigint, bigint, boolean, text) from public;
grant execute on function certify_department(bigint, bigint, text), sign_off_bureau(bigint, bigint, boolean, text) to daicho_write;
