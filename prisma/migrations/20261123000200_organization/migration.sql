-- Departments: a tree with validity periods, reorganised every 1 April (domain: organisation).
select set_config('search_path', current_schema() || ', pg_temp', false);

create table department_categories (
  code text primary key,
  label text not null,
  sort_order integer not null
);
create table executive_bodies (
  code text primary key,
  label text not null,
  sort_order integer not null
);

create table departments (
  id bigint generated always as identity primary key,
  code text not null unique check (length(code) between 1 and 20),
  name text not null check (length(name) between 1 and 100),
  kana text,
  category_code text not null references department_categories,
  executive_body_code text not null references executive_bodies,
  parent_id bigint references departments,
  bureau_id bigint not null references departments deferrable initially immediate,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  check (valid_to is null or valid_to >= valid_from),
  check (parent_id is null or parent_id <> id)
);
create index on departments (parent_id);
create index on departments (bureau_id);
comment on column departments.bureau_id is 'The top unit of its line: itself where it has no parent.';
comment on column departments.valid_to is 'The last day, inclusive.';

-- Who stands above whom, itself included: kept by trigger, read by reach().
create table department_lines (
  ancestor_id bigint not null references departments,
  department_id bigint not null references departments,
  depth integer not null check (depth >= 0),
  primary key (ancestor_id, department_id)
);
create index on department_lines (department_id);

create function settle_department() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    if new.code <> old.code then
      raise exception 'a department code never changes' using errcode = 'check_violation';
    end if;
  end if;
  if new.parent_id is null then
    new.bureau_id := new.id;
  else
    select bureau_id into strict new.bureau_id from departments where id = new.parent_id;
  end if;
  return new;
end $$;
create trigger settle before insert or update on departments
  for each row execute function settle_department();

create function settle_department_lines() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    if new.parent_id is not distinct from old.parent_id then return null; end if;
    if exists (select from department_lines where ancestor_id = new.id and department_id = new.parent_id) then
      raise exception 'a department cannot stand below itself' using errcode = 'check_violation';
    end if;
    delete from department_lines l
    using department_lines below
    where below.ancestor_id = new.id and l.department_id = below.department_id
      and not exists (select from department_lines inside
                      where inside.ancestor_id = new.id and inside.department_id = l.ancestor_id);
    insert into department_lines (ancestor_id, department_id, depth)
    select above.ancestor_id, below.department_id, above.depth + below.depth + 1
    from department_lines above, department_lines below
    where above.department_id = new.parent_id and below.ancestor_id = new.id;
    update departments d set parent_id = d.parent_id
    from department_lines below
    where below.ancestor_id = new.id and below.depth > 0 and d.id = below.department_id;
    return null;
  end if;
  insert into department_lines (ancestor_id, department_id, depth) values (new.id, new.id, 0);
  insert into department_lines (ancestor_id, department_id, depth)
  select ancestor_id, new.id, depth + 1 from department_lines where department_id = new.parent_id;
  return null;
end $$;
create trigger settle_lines after insert or update of parent_id on departments
  for each row execute function settle_department_lines();
create trigger keep_rows before delete on departments
  for each row execute function refuse_row_removal();

create table department_successions (
  id bigint generated always as identity primary key,
  effective_on date not null,
  kind text not null check (kind in ('rename', 'merge', 'split', 'abolish')),
  from_id bigint not null references departments,
  to_id bigint not null references departments,
  unique (from_id, to_id, effective_on),
  check (from_id <> to_id)
);
create index on department_successions (to_id);
create trigger keep_rows before delete on department_successions
  for each row execute function refuse_row_removal();
