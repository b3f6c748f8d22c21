-- What every policy and every search asks first, with plans that a connection keeps: a function in SQL that sets its
-- search path is planned anew on every call (docs/adr/0031). What they answer is unchanged.
select set_config('search_path', current_schema() || ', pg_temp', false);

create or replace function app_now() returns timestamptz
language plpgsql stable security definer set search_path from current as $$
declare
  moved constant text := nullif(current_setting('app.now', true), '');
begin
  if moved is not null and exists (select from settings where key = 'sample_data' and value = 'true'::jsonb) then
    return moved::timestamptz;
  end if;
  return transaction_timestamp();
end $$;

create or replace function app_today() returns date
language plpgsql stable set search_path from current as $$
begin
  return (app_now() at time zone 'Asia/Tokyo')::date;
end $$;

create or replace function holds(wanted text) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (select from grants_in_force(wanted));
end $$;

create or replace function holds_everywhere(wanted text) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (select from grants_in_force(wanted) where scope_kind = 'everything');
end $$;

create or replace function reach(wanted text) returns bigint[]
language plpgsql stable security definer set search_path from current as $$
declare
  held constant grants[] := array(select g from grants_in_force(wanted) g);
begin
  if exists (select from unnest(held) h where h.scope_kind = 'everything') then
    return array(select d.id from departments d);
  end if;
  return array(
    select l.department_id from unnest(held) h join department_lines l on l.ancestor_id = h.department_id
    where h.scope_kind = 'department'
    union
    select d.id from departments d
    where d.category_code = 'school' and exists (select from unnest(held) h where h.scope_kind = 'schools')
    union
    select d.id from unnest(held) h join departments d on d.executive_body_code = h.executive_body_code
    where h.scope_kind = 'executiveBody');
end $$;
