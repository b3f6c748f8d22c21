-- 代決: somebody stands in for a post during a period, in their own name (domain §6, docs/adr/0032).
select set_config('search_path', current_schema() || ', pg_temp', false);

create table deputies (
  id bigint generated always as identity primary key,
  principal_id bigint not null references people,
  deputy_id bigint references people,
  grant_id bigint not null references grants,
  valid_from date not null,
  until date not null,
  reason text not null check (length(btrim(reason)) between 1 and 200),
  named_by bigint not null references people,
  ended_on date,
  version integer not null default 1,
  check (deputy_id <> principal_id),
  check (until >= valid_from),
  check (until <= valid_from + 366)
);
create index on deputies (deputy_id, until);
create index on deputies (principal_id, until);
create index on deputies (grant_id, until);
comment on column deputies.deputy_id is 'Null: absent without a deputy; what waits for the post escalates.';
comment on column deputies.until is 'The last day, inclusive.';
create trigger bump before update on deputies for each row execute function bump_version();
create trigger keep_rows before delete on deputies for each row execute function refuse_row_removal();

/* The roles whose decisions somebody may stand in for. */
create function is_deciding_role(role text) returns boolean
language sql immutable parallel safe set search_path from current as $$
  select role in ('ciso', 'chiefOfficer', 'educationChief', 'bureauOfficer', 'assetManager', 'educationOfficer')
$$;

/* What a deputy may do with the post; everything else stays with its holder (lib/domain/access.ts). */
create function is_deputised(permission text) returns boolean
language sql immutable parallel safe set search_path from current as $$
  select permission in ('asset.read', 'asset.readRestricted', 'proposal.decide', 'review.read', 'review.certify',
    'review.signOff', 'dashboard.read')
$$;

create function grant_in_force(g grants, day date) returns boolean
language sql immutable parallel safe set search_path from current as $$
  select g.valid_from <= day and (g.until is null or g.until >= day) and (g.ended_on is null or g.ended_on > day)
$$;

/* Who stands in today, for a post whose grant still holds and whose holder is still here. */
create function deputies_in_force() returns setof deputies
language plpgsql stable security definer set search_path from current as $$
declare
  today constant date := app_today();
begin
  return query
    select d.* from deputies d
    join grants g on g.id = d.grant_id and g.valid_from <= today and (g.until is null or g.until >= today)
      and (g.ended_on is null or g.ended_on > today)
    join people p on p.id = d.principal_id and (p.ended_on is null or p.ended_on > today)
    where d.deputy_id is not null and d.valid_from <= today and d.until >= today
      and (d.ended_on is null or d.ended_on > today);
end $$;

/* As before, and with the posts that the viewer stands in for; such a row names its holder. */
create or replace function grants_in_force(wanted text) returns setof grants
language plpgsql stable security definer set search_path from current as $$
declare
  viewer constant bigint := permitted_viewer_id();
  today constant date := app_today();
begin
  return query
    select g.* from grants g
    join role_permissions p on p.role = g.role and p.permission = wanted
    where g.person_id = viewer
      and g.valid_from <= today
      and (g.until is null or g.until >= today)
      and (g.ended_on is null or g.ended_on > today);
  if is_deputised(wanted) and exists (select from deputies d where d.deputy_id = viewer and d.until >= today) then
    return query
      select g.* from deputies_in_force() d
      join grants g on g.id = d.grant_id
      join role_permissions p on p.role = g.role and p.permission = wanted
      where d.deputy_id = viewer;
  end if;
end $$;

/* A person's grants of today with the words that a page shows of them, then the posts they stand in for. */
create or replace function viewer_grants(person bigint) returns jsonb
language sql stable set search_path from current as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', g.id::text, 'role', g.role, 'scopeKind', g.scope_kind,
    'departmentId', g.department_id::text, 'department', d.name, 'bureau', b.name,
    'executiveBodyCode', g.executive_body_code, 'executiveBody', e.label,
    'validFrom', g.valid_from, 'until', g.until,
    'deputyFor', g.principal::text, 'deputyForName', p.name) order by g.principal nulls first, g.id), '[]')
  from (
    select g.*, null::bigint as principal from grants g where g.person_id = person and grant_in_force(g, app_today())
    union all
    select g.*, d.principal_id from deputies_in_force() d join grants g on g.id = d.grant_id where d.deputy_id = person
  ) g
  left join departments d on d.id = g.department_id
  left join departments b on b.id = d.bureau_id and b.id <> d.id
  left join executive_bodies e on e.code = g.executive_body_code
  left join people p on p.id = g.principal
$$;

/* The grant that lets the viewer use a permission: their own before one they stand in for; of several, the oldest. */
create or replace function grant_used(permission text) returns bigint
language plpgsql stable set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
begin
  return (select g.id from grants_in_force(permission) g order by g.person_id <> viewer, g.id limit 1);
end $$;

create or replace function current_audit_transaction() returns bigint
language plpgsql volatile security definer set search_path from current set enable_seqscan to off as $$
declare
  mine constant bigint := pg_current_xact_id()::text::bigint;
  wanted constant text := nullif(current_setting('app.permission', true), '');
  found_number bigint;
  used bigint;
begin
  select t.number into found_number from audit_transactions t
  where t.xid = mine and t.began_at = transaction_timestamp();
  if not found then
    used := grant_used(wanted);
    insert into audit_transactions (xid, started_at, actor_id, session_ref, permission, grant_id, on_behalf_of)
    values (mine, app_now(), viewer_id(),
      left(encode(sha256(convert_to('audit ' || nullif(current_setting('app.session', true), ''), 'UTF8')), 'hex'), 16),
      wanted, used, (select nullif(g.person_id, viewer_id()) from grants g where g.id = used))
    returning number into found_number;
  elsif exists (select from audit_links l where l.transaction_number = found_number) then
    raise exception 'this transaction is sealed: nothing more can be recorded or changed in it' using errcode = 'DA002';
  end if;
  return found_number;
end $$;

/* Whoever holds a deciding post names their own deputy; the CISO and the chief officer anybody's but their own favour. */
create function guard_deputy() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
begin
  if viewer is null then perform refuse_writing('nobody is signed in'); end if;
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - array['until', 'ended_on', 'version'] <> to_jsonb(old) - array['until', 'ended_on', 'version']
       or new.until > old.until or old.ended_on is not null and new.ended_on is distinct from old.ended_on then
      perform refuse_writing('a deputy is ended, not rewritten');
    end if;
    return new;
  end if;
  new.named_by := viewer;
  if not exists (select from grants g where g.id = new.grant_id and g.person_id = new.principal_id
       and is_deciding_role(g.role) and grant_in_force(g, app_today())) then
    perform refuse_writing('a deputy stands in for a deciding post of one''s own');
  end if;
  if permission_in_use() = 'deputy.name' and new.principal_id <> viewer
     or permission_in_use() = 'grant.manageApprovers' and new.deputy_id = viewer
     or permission_in_use() not in ('deputy.name', 'grant.manageApprovers') then
    perform refuse_writing('nobody becomes a deputy by themselves');
  end if;
  if new.deputy_id is not null and not exists (
       select from grants g join role_permissions p on p.role = g.role
       where g.person_id = new.deputy_id and grant_in_force(g, app_today())
         and p.permission in ('proposal.decide', 'asset.edit')) then
    perform refuse_writing('a deputy holds a post of the city that edits or decides');
  end if;
  return new;
end $$;
create trigger guard before insert or update on deputies for each row execute function guard_deputy();

alter table deputies enable row level security;
alter table deputies force row level security;
create policy owner on deputies to current_user using (true) with check (true);
create policy deputy_readers on deputies for select to daicho_read, daicho_write
  using ((select viewer_id()) in (principal_id, deputy_id) or (select holds('person.read')));
create policy deputy_namers_add on deputies for insert to daicho_write
  with check (permission_in_use() in ('deputy.name', 'grant.manageApprovers') and (select holds(permission_in_use())));
create policy deputy_namers_change on deputies for update to daicho_write
  using (permission_in_use() = 'grant.manageApprovers' and (select holds('grant.manageApprovers'))
    or permission_in_use() = 'deputy.name' and (select holds('deputy.name')) and principal_id = (select viewer_id()));
grant select on deputies to daicho_read, daicho_write;
grant insert, update on deputies to daicho_write;
revoke execute on function deputies_in_force(), viewer_grants(bigint), grant_used(text), current_audit_transaction() from public;
select keep_versions('deputies');
