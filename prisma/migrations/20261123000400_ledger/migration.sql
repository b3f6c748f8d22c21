-- Classification schemes (data with a version), the ledger, and the standard school ledger.
select set_config('search_path', current_schema() || ', pg_temp', false);

create table zones (
  code text primary key,
  label text not null,
  network text not null check (network in ('municipal', 'school')),
  sort_order integer not null
);
create table asset_kinds (
  code text primary key,
  label text not null,
  needs_zone boolean not null,
  sort_order integer not null
);

create table classification_schemes (
  id bigint generated always as identity primary key,
  code text not null unique,
  family text not null check (family in ('municipal', 'education')),
  label text not null,
  source text not null,
  effective_on date not null,
  status text not null default 'draft' check (status in ('draft', 'inForce', 'retired')),
  version integer not null default 1
);
create unique index one_scheme_in_force on classification_schemes (family) where status = 'inForce';

create table levels (
  scheme_id bigint not null references classification_schemes,
  axis text not null check (axis in ('confidentiality', 'integrity', 'availability', 'importance')),
  code text not null,
  label text not null,
  rank integer not null check (rank > 0),
  criterion text not null,
  example text not null default '',
  primary key (scheme_id, axis, code),
  unique (scheme_id, axis, rank)
);
comment on column levels.rank is 'The higher, the stricter; ranks of different schemes are not comparable.';

create table handling_restrictions (
  id bigint generated always as identity primary key,
  scheme_id bigint not null references classification_schemes,
  axis text not null check (axis in ('confidentiality', 'integrity', 'availability', 'importance')),
  min_rank integer not null,
  code text not null,
  text text not null,
  area integer not null check (area between 1 and 8),
  unique (scheme_id, axis, code)
);
comment on column handling_restrictions.area is 'The area of 地方自治法施行規則16条の3 that it is evidence for.';

/* A scheme that was ever in force stays as it is; another version comes beside it (decision 11). */
create function refuse_scheme_change() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  touched bigint[] := case tg_op when 'INSERT' then array[new.scheme_id] when 'DELETE' then array[old.scheme_id]
    else array[old.scheme_id, new.scheme_id] end;
begin
  if exists (select from classification_schemes where id = any (touched) and status <> 'draft') then
    raise exception 'a classification scheme in force cannot change' using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger immutable before insert or update or delete on levels
  for each row execute function refuse_scheme_change();
create trigger immutable before insert or update or delete on handling_restrictions
  for each row execute function refuse_scheme_change();

create function settle_scheme() returns trigger
language plpgsql set search_path from current as $$
begin
  if old.status <> 'draft' and (new.code, new.family, new.label, new.source, new.effective_on)
     is distinct from (old.code, old.family, old.label, old.source, old.effective_on)
     or old.status = 'inForce' and new.status = 'draft'
     or old.status = 'retired' and new.status <> 'retired' then
    raise exception 'classification scheme % is in force and cannot change', old.code
      using errcode = 'integrity_constraint_violation';
  end if;
  new.version := old.version + 1;
  return new;
end $$;
create trigger settle before update on classification_schemes for each row execute function settle_scheme();
create trigger keep_rows before delete on classification_schemes
  for each row execute function refuse_row_removal();

create table standard_assets (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 200),
  scheme_id bigint not null references classification_schemes,
  importance text not null,
  importance_axis text not null generated always as ('importance') stored,
  zone_code text references zones,
  storage_location text,
  user_scope text,
  take_out text check (take_out in ('prohibited', 'individual', 'blanket', 'unrestricted')),
  retention text,
  medium text,
  sort_order integer not null,
  version integer not null default 1,
  foreign key (scheme_id, importance_axis, importance) references levels (scheme_id, axis, code)
);
create trigger bump before update on standard_assets for each row execute function bump_version();

create sequence asset_numbers;

create table assets (
  number bigint primary key,
  version integer not null default 1,
  state text not null default 'draft' check (state in ('draft', 'active', 'disposed', 'merged', 'cancelled')),
  name text not null check (length(btrim(name)) between 1 and 200),
  name_kana text check (length(name_kana) <= 200),
  kind_code text not null references asset_kinds,
  task text check (length(task) <= 200),
  description text check (length(description) <= 2000),
  department_id bigint not null references departments,
  system_manager text,
  city_wide boolean not null default false,
  zone_code text references zones,
  zone_not_applicable boolean not null default false,
  zone_cell text not null generated always as
    (coalesce(zone_code, case when zone_not_applicable then 'notApplicable' else 'notEntered' end)) stored,
  scheme_id bigint not null references classification_schemes,
  scheme_family text not null check (scheme_family in ('municipal', 'education')),
  confidentiality text,
  integrity text,
  availability text,
  importance text,
  audience text check (audience in ('staff', 'students', 'public')),
  classification_id bigint,
  level_rank integer not null default 0,
  handling_notes text,
  personal_data text check (personal_data in ('none', 'personal', 'sensitive', 'specific')),
  my_number_use text check (my_number_use in ('use', 'related')),
  data_subjects bigint check (data_subjects >= 0),
  personal_file_number text,
  personal_file_exemption text,
  medium text,
  storage_location text,
  user_scope text,
  take_out text check (take_out in ('prohibited', 'individual', 'blanket', 'unrestricted')),
  retention text,
  disposal_due_on date,
  has_backup boolean,
  recovery_hours integer check (recovery_hours >= 0),
  outsourced_to text,
  outsourcing_ends_on date,
  outsourcing_checked_on date,
  subcontracted boolean,
  cloud_service text,
  cloud_ismap boolean,
  cloud_countries text,
  cloud_standard_terms boolean,
  cloud_approval text,
  mfa_basis text,
  sns_owner text,
  visibility text not null default 'internal' check (visibility in ('internal', 'restricted')),
  last_confirmed_on date,
  next_review_on date,
  registered_on date not null,
  remarks text check (length(remarks) <= 4000),
  standard_asset_id bigint references standard_assets,
  submitted_by bigint references people,
  registered_by bigint references people,
  disposed_on date,
  disposed_by text,
  disposal_method text check (disposal_method in ('physicalDestruction', 'destruction', 'cryptographicErasure',
    'shredding', 'returnToOwner', 'ordinary')),
  merged_into bigint references assets,
  updated_at timestamptz not null default app_now(),
  updated_by bigint references people,
  search_pieces text[] not null generated always as
    (text_pieces(name || coalesce(' ' || name_kana, ''))) stored,
  check (not (zone_not_applicable and zone_code is not null)),
  check (my_number_use is null or personal_data = 'specific'),
  check (data_subjects is null or personal_data is null or personal_data <> 'none' or data_subjects = 0),
  check ((state = 'disposed') = (disposed_on is not null)),
  check (state <> 'disposed' or (disposed_by is not null and disposal_method is not null)),
  check ((state = 'merged') = (merged_into is not null)),
  check (merged_into is null or merged_into <> number)
);
alter sequence asset_numbers owned by assets.number;
comment on column assets.number is '資産番号: from a sequence, gaps allowed, never parsed, never reused, kept through transfers.';
comment on column assets.data_subjects is 'People whose data it holds; null: not known, which is not 0.';
comment on column assets.level_rank is 'Rank of the leading level (confidentiality or importance), for sorting.';

create index assets_by_department on assets (department_id, number);
create index assets_by_update on assets (updated_at, number);
create index assets_by_department_update on assets (department_id, updated_at, number);
create index assets_by_rank on assets (level_rank, number);
create index assets_by_department_rank on assets (department_id, level_rank, number);
create index assets_by_name on assets (name, number);
create index assets_by_department_name on assets (department_id, name, number);
create index assets_by_cell on assets (scheme_family, zone_cell, number);
create index assets_unconfirmed on assets (last_confirmed_on, department_id) where state = 'active';
create index assets_search on assets using gin (search_pieces);

create table classifications (
  id bigint generated always as identity primary key,
  asset_number bigint not null references assets,
  scheme_id bigint not null references classification_schemes,
  confidentiality text,
  integrity text,
  availability text,
  importance text,
  audience text check (audience in ('staff', 'students', 'public')),
  confidentiality_axis text not null generated always as ('confidentiality') stored,
  integrity_axis text not null generated always as ('integrity') stored,
  availability_axis text not null generated always as ('availability') stored,
  importance_axis text not null generated always as ('importance') stored,
  classified_on date not null,
  evaluator_id bigint not null references people,
  occasion text not null check (occasion in ('registration', 'edit', 'reclassification', 'schemeChange', 'import')),
  reason text not null check (length(btrim(reason)) between 1 and 1000),
  answers jsonb,
  proposed jsonb,
  unique (id, asset_number),
  foreign key (scheme_id, confidentiality_axis, confidentiality) references levels (scheme_id, axis, code),
  foreign key (scheme_id, integrity_axis, integrity) references levels (scheme_id, axis, code),
  foreign key (scheme_id, availability_axis, availability) references levels (scheme_id, axis, code),
  foreign key (scheme_id, importance_axis, importance) references levels (scheme_id, axis, code),
  check (num_nonnulls(confidentiality, integrity, availability, importance) > 0)
);
create index on classifications (asset_number, id);
comment on table classifications is 'Dated and append-only; the current one is assets.classification_id.';
alter table assets add foreign key (classification_id, number) references classifications (id, asset_number);
create trigger keep_rows before update or delete on classifications
  for each row execute function refuse_row_removal();
create trigger keep_rows before delete on assets for each row execute function refuse_row_removal();

/*
 * The newest classification is the current one: its levels are copied onto the asset, by this trigger only; once for
 * all rows of a statement, so that a long list costs one update.
 */
create function copy_levels() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
begin
  if exists (select from added where evaluator_id is distinct from viewer) then
    raise exception 'the evaluator is the person who is signed in' using errcode = 'insufficient_privilege';
  end if;
  update assets set
    classification_id = c.id,
    scheme_id = c.scheme_id,
    scheme_family = s.family,
    confidentiality = c.confidentiality,
    integrity = c.integrity,
    availability = c.availability,
    importance = c.importance,
    audience = c.audience,
    level_rank = coalesce(l.rank, 0),
    -- Who judges a draft has had a hand in it, and does not register it.
    submitted_by = case when assets.state = 'draft' then c.evaluator_id else assets.submitted_by end
  from (select distinct on (asset_number) * from added order by asset_number, id desc) c
  join classification_schemes s on s.id = c.scheme_id
  left join levels l on l.scheme_id = s.id
    and l.axis = case s.family when 'municipal' then 'confidentiality' else 'importance' end
    and l.code = case s.family when 'municipal' then c.confidentiality else c.importance end
  where assets.number = c.asset_number;
  return null;
end $$;
create trigger copy_levels after insert on classifications referencing new table as added
  for each statement execute function copy_levels();

-- Counting cells, kept as additions: writers never queue for a counter (docs/adr: counts).
create table asset_counts (
  department_id bigint not null,
  state text not null,
  kind_code text not null,
  zone_cell text not null,
  scheme_id bigint not null,
  scheme_family text not null,
  confidentiality text,
  integrity text,
  availability text,
  importance text,
  personal_data text,
  visibility text not null,
  assets bigint not null,
  data_subjects bigint not null,
  subjects_unknown bigint not null
);
create index on asset_counts (department_id);
-- The same, by what the ledger's first page asks for only: as many rows as departments, not as many as cells.
create table asset_totals (
  department_id bigint not null,
  state text not null,
  visibility text not null,
  assets bigint not null
);
create index on asset_totals (department_id);

create function count_assets() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    insert into asset_counts
    select department_id, state, kind_code, zone_cell, scheme_id, scheme_family, confidentiality, integrity,
           availability, importance, personal_data, visibility, count(*),
           coalesce(sum(data_subjects), 0), count(*) filter (where data_subjects is null)
    from added group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;
    insert into asset_totals
    select department_id, state, visibility, count(*) from added group by 1, 2, 3;
  else
    insert into asset_totals
    select department_id, state, visibility, sum(sign)
    from (
      select 1 as sign, department_id, state, visibility from added
      union all select -1, department_id, state, visibility from removed
    ) moved
    group by 1, 2, 3 having sum(sign) <> 0;
    insert into asset_counts
    select department_id, state, kind_code, zone_cell, scheme_id, scheme_family, confidentiality, integrity,
           availability, importance, personal_data, visibility, sum(sign),
           sum(sign * coalesce(data_subjects, 0)), coalesce(sum(sign) filter (where data_subjects is null), 0)
    from (
      select 1 as sign, a.* from added a union all select -1, r.* from removed r
    ) moved
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    having sum(sign) <> 0 or sum(sign * coalesce(data_subjects, 0)) <> 0
        or coalesce(sum(sign) filter (where data_subjects is null), 0) <> 0;
  end if;
  return null;
end $$;
alter table asset_counts alter column subjects_unknown set default 0;

create trigger count_added after insert on assets referencing new table as added
  for each statement execute function count_assets();
create trigger count_changed after update on assets referencing new table as added old table as removed
  for each statement execute function count_assets();

/* Folds the additions into one row a cell; a job runs it. Readers see the same sums throughout. */
create function fold_asset_counts() returns bigint
language plpgsql security definer set search_path from current as $$
declare
  rows_left bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('fold_asset_counts')) then return null; end if;
  with gone as (delete from asset_counts returning *),
  kept as (
    insert into asset_counts
    select department_id, state, kind_code, zone_cell, scheme_id, scheme_family, confidentiality, integrity,
           availability, importance, personal_data, visibility,
           sum(assets), sum(data_subjects), sum(subjects_unknown)
    from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    having sum(assets) <> 0
    returning 1
  )
  select count(*) into rows_left from kept;
  with gone as (delete from asset_totals returning *)
  insert into asset_totals
  select department_id, state, visibility, sum(assets) from gone group by 1, 2, 3 having sum(assets) <> 0;
  return rows_left;
end $$;
-- Harmless, but nothing of a page's: a reader writes nothing at all.
revoke execute on function fold_asset_counts() from public;
