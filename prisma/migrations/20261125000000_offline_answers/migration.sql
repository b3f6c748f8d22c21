-- Schools without a line to the portal: their answers to a review come in a workbook, each school's with its signed sheet.
select set_config('search_path', current_schema() || ', pg_temp', false);

insert into role_permissions (role, permission) values ('educationOfficer', 'review.answerOffline');
select record_events('[{"action": "permissions.loaded", "subjectType": "role_permissions"}]');

create table offline_workbooks (
  id bigint generated always as identity primary key,
  review_id bigint not null references reviews,
  state text not null default 'shown' check (state in ('shown', 'answered', 'dropped')),
  -- The schools that it answers for.
  departments bigint[] not null,
  file_name text not null check (length(btrim(file_name)) between 1 and 200 and file_name !~ '[[:cntrl:]/\\]'),
  file_hash bytea not null check (octet_length(file_hash) = 32),
  unread text[] not null default '{}' check (cardinality(unread) <= 200),
  created_by bigint not null references people,
  created_at timestamptz not null default app_now(),
  answered_at timestamptz,
  check ((state = 'answered') = (answered_at is not null))
);
create index on offline_workbooks (review_id, id);
comment on table offline_workbooks is 'What was read of a workbook of answers. Shown to whoever brought it, until it is answered or another takes its place.';

create table offline_rows (
  workbook_id bigint not null references offline_workbooks,
  place integer not null check (place between 1 and 5000),
  sheet text not null check (length(sheet) <= 200),
  line integer not null,
  -- Null: a question to the school itself.
  asset_number bigint,
  department_id bigint references departments,
  review_id bigint,
  asset_version integer,
  answer_version integer,
  answer text check (answer in ('unchanged', 'change', 'disposed', 'notOurs')),
  note text check (length(note) <= 1000),
  given jsonb not null default '[]' check (jsonb_typeof(given) = 'array' and jsonb_array_length(given) <= 6),
  problems jsonb not null default '[]' check (jsonb_typeof(problems) = 'array'),
  became text check (became in ('answered', 'same', 'left', 'blank')),
  primary key (workbook_id, place)
);
comment on column offline_rows.given is '[{place, version, value}]: answers to the questions of the review.';
comment on column offline_rows.became is 'What became of it when the workbook was answered; null until then.';

-- 署名された紙: kept for good; a later one of the same workbook and school stands in its place.
create table signed_sheets (
  id bigint generated always as identity primary key,
  workbook_id bigint not null references offline_workbooks,
  review_id bigint not null references reviews,
  department_id bigint not null references departments,
  name text not null check (length(btrim(name)) between 1 and 200 and name !~ '[[:cntrl:]/\\]'),
  kind text not null check (kind in ('pdf', 'png', 'jpg')),
  content bytea not null check (octet_length(content) between 1 and 5242880),
  content_hash bytea not null generated always as (sha256(content)) stored,
  added_by bigint not null references people,
  added_at timestamptz not null default app_now(),
  check (case kind when 'pdf' then substring(content for 5) = '\x255044462d' when 'png' then substring(content for 8) = '\x89504e470d0a1a0a'
    else substring(content for 3) = '\xffd8ff' end)
);
create index on signed_sheets (workbook_id, department_id, id);
create index on signed_sheets (review_id, department_id);

do $$
declare
  named text;
begin
  foreach named in array array['offline_workbooks', 'offline_rows', 'signed_sheets'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format('create policy owner on %I to current_user using (true) with check (true)', named);
    execute format('create trigger keep_rows before delete on %I for each row execute function refuse_row_removal()', named);
  end loop;
end $$;
create policy readers on signed_sheets for select to daicho_read, daicho_write
  using (department_id = any ((select reach('review.read'))::bigint[]));
grant select on signed_sheets to daicho_read, daicho_write;
create trigger keep before update on signed_sheets for each row execute function keep_frozen();
create trigger keep_whole before truncate on signed_sheets for each statement execute function keep_frozen();
select require_event('offline_workbooks');
select require_event('signed_sheets');

/* A workbook is answered or dropped once; what was read of it stays. */
create function guard_offline_workbook() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if old.state <> 'shown' or new.state = 'shown'
     or to_jsonb(new) - array['state', 'answered_at'] <> to_jsonb(old) - array['state', 'answered_at'] then
    perform refuse_writing('a workbook of answers is answered once');
  end if;
  return new;
end $$;
create trigger guard before update on offline_workbooks for each row execute function guard_offline_workbook();

create function guard_offline_row() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if old.became is not null or to_jsonb(new) - 'became' <> to_jsonb(old) - 'became' then
    perform refuse_writing('what was read of a workbook stays as it was read');
  end if;
  return new;
end $$;
create trigger guard before update on offline_rows for each row execute function guard_offline_row();
