-- The words and departments that nearly every page needs change a few times a year. They are answered together with an
-- edition, which any change of them raises; a request learns the edition with its viewer (docs/adr/0031).
select set_config('search_path', current_schema() || ', pg_temp', false);

create table reference_edition (
  only_one boolean primary key default true check (only_one),
  edition bigint not null
);
comment on table reference_edition is 'Raised in the same transaction as any change of departments, schemes, zones, kinds or their words.';
insert into reference_edition (edition) values (1);
alter table reference_edition enable row level security;
alter table reference_edition force row level security;
create policy owner on reference_edition to current_user using (true) with check (true);

create function raise_reference_edition() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  update reference_edition set edition = edition + 1;
  return null;
end $$;

do $$
declare
  named text;
begin
  foreach named in array array['departments', 'zones', 'asset_kinds', 'department_categories', 'executive_bodies',
      'classification_schemes', 'levels', 'handling_restrictions'] loop
    execute format('create trigger raise_reference_edition after insert or update or delete on %I
      for each statement execute function raise_reference_edition()', named);
  end loop;
end $$;

/* Everything of one edition: whoever uses it says what the viewer may see of it. Null for who may not read it. */
create function reference_book() returns jsonb
language sql stable security definer set search_path from current as $$
  select jsonb_build_object('edition', (select edition from reference_edition)::text, 'vocabulary', ledger_vocabulary(),
    'departments', (
      select coalesce(jsonb_agg(jsonb_build_object('id', d.id::text, 'code', d.code, 'name', d.name,
        'bureau', case when b.id <> d.id then b.name end, 'parentId', d.parent_id::text, 'category', d.category_code,
        'executiveBody', d.executive_body_code, 'validFrom', d.valid_from, 'validTo', d.valid_to) order by d.code), '[]')
      from departments d join departments b on b.id = d.bureau_id))
  where holds('organization.read') and holds('scheme.read')
$$;

create or replace function resume_session(secret text, moved_to text default null) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  found_session sessions;
  answer jsonb;
begin
  if moved_to is not null then perform set_config('app.now', moved_to, true); end if;
  select * into found_session from session_in_force(secret);
  if not found then return null; end if;
  if found_session.last_seen_at < app_now() - interval '1 minute' then
    update sessions set last_seen_at = app_now() where id = found_session.id;
  end if;
  select jsonb_build_object(
    'sessionId', found_session.id::text, 'personId', p.id::text, 'name', p.name, 'loginId', p.login_id,
    'mustChangePassword', found_session.kind = 'password' and coalesce(c.must_change, false),
    'passwordReset', case when c.reset_at > app_now() - interval '90 days' then
      jsonb_build_object('at', c.reset_at, 'by', (select r.name from people r where r.id = c.reset_by)) end,
    'grants', viewer_grants(p.id), 'today', app_today(),
    'city', (select value #>> '{}' from settings where key = 'city_name'),
    'referenceEdition', (select edition from reference_edition)::text,
    'sampleData', sample_data_loaded(), 'clockMoved', app_now() <> transaction_timestamp())
  into strict answer
  from people p left join credentials c on c.person_id = p.id
  where p.id = found_session.person_id;
  return answer;
end $$;

drop function departments_in_reach(text);
revoke execute on function reference_book(), raise_reference_edition() from public;
grant execute on function reference_book() to daicho_read, daicho_write;
