-- An import is written by a job, and the job has no session. It acts for whoever confirmed the import, inside a door and
-- for as long as that door runs: between two calls nobody acts (docs/adr/0037-imports-act-in-the-database.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

/* No grants to anybody: only the doors, which are the owner's, write here. */
create table acting_imports (
  xid xid8 primary key,
  import_id bigint not null,
  person_id bigint not null
);
alter table acting_imports enable row level security;
alter table acting_imports force row level security;
create policy owner on acting_imports to current_user using (true) with check (true);

/* For whom this transaction acts at this moment; a session always goes first. */
create function acting_person() returns bigint
language plpgsql stable security definer set search_path from current as $$
begin
  if coalesce(current_setting('app.session', true), '') <> '' or pg_current_xact_id_if_assigned() is null then return null; end if;
  return (select a.person_id from acting_imports a where a.xid = pg_current_xact_id_if_assigned());
end $$;

create or replace function viewer_id() returns bigint
language plpgsql stable security definer set search_path from current as $$
begin
  return coalesce((select person_id from session_in_force(current_setting('app.session', true))), acting_person());
end $$;

/* As before; or whoever the job acts for. */
create or replace function permitted_viewer_id() returns bigint
language plpgsql stable security definer set search_path from current as $$
begin
  return coalesce((
    select s.person_id from session_in_force(current_setting('app.session', true)) s
    where s.kind = 'system'
      or not exists (select from credentials c where c.person_id = s.person_id and c.must_change)), acting_person());
end $$;

/* The permission this transaction was opened for; '' when none. Whoever acts for somebody imports, whatever the setting says. */
create or replace function permission_in_use() returns text
language plpgsql stable security definer set search_path from current as $$
begin
  return case when acting_person() is null then coalesce(current_setting('app.permission', true), '') else 'asset.import' end;
end $$;

/* Whether this connection is the one at work on an import: it holds the lock for as long as it lives. */
create function import_is_held_here(import bigint) returns boolean
language sql stable set search_path from current as $$
  select exists (
    select from pg_locks
    where locktype = 'advisory' and granted and classid = 7229014 and objid = (import % 2147483647)::oid and objsubid = 2
      and pid = pg_backend_pid() and database = (select oid from pg_database where datname = current_database()))
$$;
create function import_is_held(import bigint) returns boolean
language sql stable set search_path from current as $$
  select exists (
    select from pg_locks
    where locktype = 'advisory' and granted and classid = 7229014 and objid = (import % 2147483647)::oid and objsubid = 2
      and database = (select oid from pg_database where datname = current_database()))
$$;

create function end_acting() returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  delete from acting_imports where xid = pg_current_xact_id();
  perform set_config('app.permission', '', true);
end $$;

revoke execute on function acting_person(), import_is_held_here(bigint), import_is_held(bigint), end_acting() from public;
