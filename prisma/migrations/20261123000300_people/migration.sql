-- People, what they were granted, and how far each permission reaches (decisions 1–3).
select set_config('search_path', current_schema() || ', pg_temp', false);

create table people (
  id bigint generated always as identity primary key,
  login_id text not null unique check (login_id ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  employee_number text unique,
  name text not null check (length(name) between 1 and 100),
  kana text,
  employment text not null default 'regular'
    check (employment in ('regular', 'fiscalYear', 'outsourced', 'system')),
  mail text check (mail ~ '^[^@\s]+@[^@\s]+$'),
  ended_on date,
  version integer not null default 1
);
comment on column people.ended_on is 'From this day on the person can no longer sign in.';

create table role_permissions (
  role text not null,
  permission text not null,
  primary key (role, permission)
);
comment on table role_permissions is 'The table of lib/domain/access.ts; a test holds the two equal.';

create table grants (
  id bigint generated always as identity primary key,
  person_id bigint not null references people,
  role text not null check (role in (
    'ciso', 'chiefOfficer', 'educationChief', 'secretariat', 'bureauOfficer', 'assetManager',
    'assetClerk', 'educationOfficer', 'auditor', 'portalAdmin', 'system')),
  scope_kind text not null check (scope_kind in ('department', 'schools', 'executiveBody', 'everything')),
  department_id bigint references departments,
  executive_body_code text references executive_bodies,
  valid_from date not null,
  until date,
  granted_by bigint references people,
  ended_on date,
  version integer not null default 1,
  check ((scope_kind = 'department') = (department_id is not null)),
  check ((scope_kind = 'executiveBody') = (executive_body_code is not null)),
  check (until is null or until >= valid_from),
  check (granted_by is null or granted_by <> person_id)
);
create index on grants (person_id);
create index on grants (department_id);
comment on column grants.until is 'The last day, inclusive; null: no end set.';
comment on column grants.ended_on is 'From this day on it no longer counts.';

create function bump_version() returns trigger
language plpgsql set search_path from current as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger bump before update on people for each row execute function bump_version();
create trigger bump before update on grants for each row execute function bump_version();
create trigger bump before update on settings for each row execute function bump_version();
create trigger keep_rows before delete on people for each row execute function refuse_row_removal();
create trigger keep_rows before delete on grants for each row execute function refuse_row_removal();

/* The grants of the signed-in person that hold a permission today. */
create function grants_in_force(wanted text) returns setof grants
language sql stable security definer set search_path from current as $$
  select g.* from grants g
  join role_permissions p on p.role = g.role and p.permission = wanted
  where g.person_id = viewer_id()
    and g.valid_from <= app_today()
    and (g.until is null or g.until >= app_today())
    and (g.ended_on is null or g.ended_on > app_today())
$$;

/* Departments over which the signed-in person holds a permission: the union over such grants. */
create function reach(wanted text) returns bigint[]
language sql stable security definer set search_path from current as $$
  with held as materialized (select * from grants_in_force(wanted))
  select coalesce(array_agg(reached.id), '{}') from (
    select d.id from departments d where exists (select from held where scope_kind = 'everything')
    union
    select l.department_id from held h join department_lines l on l.ancestor_id = h.department_id
    where h.scope_kind = 'department'
    union
    select d.id from departments d
    where d.category_code = 'school' and exists (select from held where scope_kind = 'schools')
    union
    select d.id from held h join departments d on d.executive_body_code = h.executive_body_code
    where h.scope_kind = 'executiveBody'
  ) reached
$$;

/* Does the signed-in person hold a permission over anything at all? */
create function holds(wanted text) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (select from grants_in_force(wanted))
$$;

/* … and over everything: then no department needs comparing. */
create function holds_everywhere(wanted text) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (select from grants_in_force(wanted) where scope_kind = 'everything')
$$;

/* The permission this transaction was opened for; '' when none. */
create function permission_in_use() returns text
language sql stable set search_path from current as $$
  select coalesce(current_setting('app.permission', true), '')
$$;

/* Names are known to whoever is signed in; nothing else of a person is. */
create function person_name(person bigint) returns text
language sql stable security definer set search_path from current as $$
  select name from people where id = person and viewer_id() is not null
$$;

insert into people (login_id, name, employment) values ('system', '自動処理', 'system');
insert into grants (person_id, role, scope_kind, valid_from)
select id, 'system', 'everything', date '2000-01-01' from people where login_id = 'system';
