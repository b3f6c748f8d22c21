-- 定期見直し: what is to be looked at again, by whom, from when until when (docs/adr/0034-reviews.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

create table reviews (
  id bigint generated always as identity primary key,
  title text not null check (length(btrim(title)) between 1 and 100),
  schools_only boolean not null,
  scope jsonb not null check (jsonb_typeof(scope) = 'object'),
  answerers text not null default 'clerks' check (answerers in ('clerks', 'heads')),
  opens_on date not null,
  due_on date not null,
  must_open smallint not null default 0 check (must_open between 0 and 1000),
  state text not null default 'scheduled' check (state in ('scheduled', 'open', 'closed')),
  made_by bigint not null references people,
  copied_from bigint references reviews,
  opened_at timestamptz,
  rows_frozen integer,
  scope_hash bytea,
  closed_at timestamptz,
  closed_by bigint references people,
  report jsonb,
  version integer not null default 1,
  check (due_on >= opens_on),
  check ((state = 'scheduled') = (opened_at is null)),
  check (num_nulls(opened_at, rows_frozen, scope_hash) in (0, 3)),
  check ((state = 'closed') = (closed_at is not null)),
  check (num_nulls(closed_at, closed_by, report) in (0, 3))
);
create index on reviews (opens_on) where state = 'scheduled';
comment on column reviews.schools_only is 'Made by somebody whose reach is the schools: its scope is never wider.';
comment on column reviews.scope is '{categories, bureaus, zones: codes; levels: {confidentiality, importance}; family; unconfirmedBefore}, all optional.';
comment on column reviews.must_open is 'How many rows of 3B, Ⅱ and up each department opens one by one, the highest first.';
comment on column reviews.scope_hash is 'sha256 of the frozen rows; the trail seals it with the version of this row.';
comment on column reviews.report is 'The completion report, written at closing and never again.';

-- 証明文: the city's own; the newest that is valid is what a head certifies.
create table review_statements (
  id bigint generated always as identity primary key,
  text text not null check (length(text) between 10 and 2000),
  valid_from date not null
);
insert into review_statements (text, valid_from) values
  ('所管する情報資産を一件ずつ見直し、分類と取扱いが実態のとおりであることを確かめました。', '2020-04-01');

create function review_statement() returns text
language plpgsql stable security definer set search_path from current as $$
begin
  return (select text from review_statements where valid_from <= app_today() order by valid_from desc, id desc limit 1);
end $$;

/* Once open, nothing of a review changes but its end. */
create function guard_review() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  moving constant text[] := array['version', 'state'] || case old.state || '>' || new.state
    when 'scheduled>scheduled' then array['title', 'scope', 'answerers', 'opens_on', 'due_on', 'must_open']
    when 'scheduled>open' then array['opens_on', 'opened_at', 'rows_frozen', 'scope_hash']
    when 'open>closed' then array['closed_at', 'closed_by', 'report']
    else array['version'] end;
begin
  new.version := old.version + 1;
  if (old.state || '>' || new.state) <> all (array['scheduled>scheduled', 'scheduled>open', 'open>open', 'open>closed', 'closed>closed'])
     or to_jsonb(new) - moving <> to_jsonb(old) - moving then
    perform refuse_writing('a review that is open is not rewritten');
  end if;
  return new;
end $$;
create trigger guard before update on reviews for each row execute function guard_review();
create trigger keep_rows before delete on reviews for each row execute function refuse_row_removal();

/* May the viewer make, open, return and close such a review? Schools are everybody's who manages some reviews. */
create function manages_review(only_schools boolean) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return permission_in_use() = 'review.manage' and holds('review.manage') and (only_schools or holds_everywhere('review.manage'));
end $$;

/* A scope in its own keys only, every value a known code: anything else would widen it by a slip of the pen. */
create function review_scope_holds(scope jsonb) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return jsonb_typeof(scope) = 'object'
    and scope - array['categories', 'bureaus', 'zones', 'levels', 'family', 'unconfirmedBefore'] = '{}'
    and not exists (select from jsonb_array_elements_text(scope -> 'categories') c where c not in (select code from department_categories))
    and not exists (select from jsonb_array_elements_text(scope -> 'bureaus') c
      where c not in (select code from departments where id = bureau_id))
    and not exists (select from jsonb_array_elements_text(scope -> 'zones') c
      where c not in (select code from zones) and c not in ('notApplicable', 'notEntered'))
    and not exists (select from jsonb_each(scope -> 'levels') l, jsonb_array_elements_text(l.value) c
      where l.key not in ('confidentiality', 'importance') or c <> 'none' and c not in (select code from levels where axis = l.key))
    and coalesce(scope ->> 'family' in ('municipal', 'education'), true)
    and coalesce((scope ->> 'unconfirmedBefore')::date < 'infinity', true);
end $$;

/*
 * Makes a review (wanted null), or edits one that is not open yet: {title, scope, answerers, opensOn, dueOn, mustOpen,
 * copiedFrom?}. Answers {outcome: saved | stale | opened | notFound | past | unfit, id}.
 */
create function keep_review(wanted bigint, seen_version integer, fields jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  known reviews;
  only_schools boolean := not holds_everywhere('review.manage');
begin
  if wanted is not null then
    select * into known from reviews where id = wanted for update;
    if not found then return '{"outcome": "notFound"}'; end if;
    only_schools := known.schools_only;
  end if;
  if not manages_review(only_schools) then perform refuse_writing('making a review needs review.manage'); end if;
  if wanted is not null and known.state <> 'scheduled' then return '{"outcome": "opened"}'; end if;
  if wanted is not null and known.version <> seen_version then return '{"outcome": "stale"}'; end if;
  if (fields ->> 'opensOn')::date < app_today() and (fields ->> 'opensOn')::date is distinct from known.opens_on then return '{"outcome": "past"}'; end if;
  if not review_scope_holds(fields -> 'scope') then return '{"outcome": "unfit"}'; end if;
  if wanted is null then
    insert into reviews (title, schools_only, scope, answerers, opens_on, due_on, must_open, made_by, copied_from)
    values (btrim(fields ->> 'title'), only_schools, fields -> 'scope', fields ->> 'answerers', (fields ->> 'opensOn')::date,
      (fields ->> 'dueOn')::date, (fields ->> 'mustOpen')::smallint, viewer_id(), (fields ->> 'copiedFrom')::bigint)
    returning * into known;
  else
    update reviews set title = btrim(fields ->> 'title'), scope = fields -> 'scope', answerers = fields ->> 'answerers',
      opens_on = (fields ->> 'opensOn')::date, due_on = (fields ->> 'dueOn')::date, must_open = (fields ->> 'mustOpen')::smallint
    where id = wanted;
  end if;
  return jsonb_build_object('outcome', 'saved', 'id', known.id::text);
end $$;

revoke execute on function review_statement(), manages_review(boolean), review_scope_holds(jsonb),
  keep_review(bigint, integer, jsonb) from public;
grant execute on function review_statement() to daicho_read, daicho_write;
grant execute on function keep_review(bigint, integer, jsonb) to daicho_write;
