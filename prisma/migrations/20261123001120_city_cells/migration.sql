-- The whole city's figures at 100,000 assets: cells without the department, for whoever reads everything; and searches for
-- words that neither scan the ledger nor look into each department by itself (docs/bench.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

-- Additions like asset_counts. 庁内 rows only: 関係者限り ones are few, and who may see them is a question of departments.
create table asset_cells (
  state text not null,
  scheme_id bigint not null,
  scheme_family text not null,
  confidentiality text,
  importance text,
  zone_cell text not null,
  personal_data text,
  assets bigint not null,
  data_subjects bigint not null,
  subjects_unknown bigint not null
);
comment on table asset_cells is 'Counting cells of the whole city, as additions; kept by count_assets and fold_asset_counts.';
alter table asset_cells enable row level security;
alter table asset_cells force row level security;
create policy owner on asset_cells to current_user using (true) with check (true);
create index on asset_counts (department_id) where visibility = 'restricted';

create function add_city_cells() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into asset_cells
  select state, scheme_id, scheme_family, confidentiality, importance, zone_cell, personal_data,
    sum(assets), sum(data_subjects), sum(subjects_unknown)
  from added where visibility = 'internal' group by 1, 2, 3, 4, 5, 6, 7
  having sum(assets) <> 0 or sum(data_subjects) <> 0 or sum(subjects_unknown) <> 0;
  return null;
end $$;
create trigger add_city_cells after insert on asset_counts referencing new table as added
  for each statement execute function add_city_cells();

/* As the ledger migration has it; what is folded is made anew for the whole city too. */
create or replace function fold_asset_counts() returns bigint
language plpgsql security definer set search_path from current as $$
declare
  rows_left bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('fold_asset_counts')) then return null; end if;
  -- Putting the cells together again adds them to the city's once more: what was there is taken away by the same amount.
  with gone as (delete from asset_counts returning *),
  kept as (
    insert into asset_counts
    select department_id, state, kind_code, zone_cell, scheme_id, scheme_family, confidentiality, integrity,
           availability, importance, personal_data, visibility,
           sum(assets), sum(data_subjects), sum(subjects_unknown)
    from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    having sum(assets) <> 0
    returning *
  ), counted_twice as (
    insert into asset_cells
    select state, scheme_id, scheme_family, confidentiality, importance, zone_cell, personal_data,
      -assets, -data_subjects, -subjects_unknown
    from kept where visibility = 'internal'
  )
  select count(*) into rows_left from kept;
  with gone as (delete from asset_cells returning *)
  insert into asset_cells
  select state, scheme_id, scheme_family, confidentiality, importance, zone_cell, personal_data,
    sum(assets), sum(data_subjects), sum(subjects_unknown)
  from gone group by 1, 2, 3, 4, 5, 6, 7
  having sum(assets) <> 0 or sum(data_subjects) <> 0 or sum(subjects_unknown) <> 0;
  with gone as (delete from asset_totals returning *)
  insert into asset_totals
  select department_id, state, visibility, sum(assets) from gone group by 1, 2, 3 having sum(assets) <> 0;
  return rows_left;
end $$;

insert into asset_cells
select state, scheme_id, scheme_family, confidentiality, importance, zone_cell, personal_data,
  sum(assets), sum(data_subjects), sum(subjects_unknown)
from asset_counts where visibility = 'internal' group by 1, 2, 3, 4, 5, 6, 7;

/* As the dashboard migration has it; whoever reads everything is answered from the cells of the whole city. */
create or replace function dashboard_figures(confirmed_since date) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  reached bigint[] := reach('asset.read');
  opened bigint[] := reach('asset.readRestricted');
  everywhere boolean := holds_everywhere('asset.read');
  figures jsonb;
begin
  if not holds('dashboard.read') then
    raise exception 'the figures need dashboard.read' using errcode = 'insufficient_privilege';
  end if;
  with among as materialized (
    select d.id, d.category_code, d.executive_body_code, d.bureau_id, o.id is not null as opened
    from unnest(reached) r(id) join departments d on d.id = r.id left join unnest(opened) o(id) on o.id = d.id
  ), levels as materialized (
    select c.state, c.scheme_family as family, c.scheme_id,
      case c.scheme_family when 'municipal' then c.confidentiality else c.importance end as level, c.zone_cell,
      c.personal_data, true as is_open, c.assets, c.data_subjects as people, c.subjects_unknown as unknown
    from asset_cells c where everywhere and c.state in ('active', 'draft')
    union all
    select c.state, c.scheme_family, c.scheme_id,
      case c.scheme_family when 'municipal' then c.confidentiality else c.importance end, c.zone_cell,
      c.personal_data, c.visibility = 'internal' or a.opened, c.assets, c.data_subjects, c.subjects_unknown
    from asset_counts c join among a on a.id = c.department_id
    where not everywhere and c.state in ('active', 'draft')
    union all
    select c.state, c.scheme_family, c.scheme_id,
      case c.scheme_family when 'municipal' then c.confidentiality else c.importance end, c.zone_cell,
      c.personal_data, a.opened, c.assets, c.data_subjects, c.subjects_unknown
    from asset_counts c join among a on a.id = c.department_id
    where everywhere and c.visibility = 'restricted' and c.state in ('active', 'draft')
  ), overdue as materialized (
    select s.department_id, count(*) as assets
    from (
      select s.department_id, s.visibility from assets s where s.state = 'active' and s.last_confirmed_on is null
      union all
      select s.department_id, s.visibility from assets s where s.state = 'active' and s.last_confirmed_on < confirmed_since
    ) s join among a on a.id = s.department_id where s.visibility = 'internal' or a.opened group by 1
  ), held as (
    select t.department_id, coalesce(sum(t.assets) filter (where t.state = 'active'), 0) as active,
      coalesce(sum(t.assets) filter (where t.state = 'draft'), 0) as drafts
    from asset_totals t join among a on a.id = t.department_id
    where t.state in ('active', 'draft') and (t.visibility = 'internal' or a.opened) group by 1
  ), lines as (
    select a.category_code, a.executive_body_code, a.bureau_id, coalesce(h.active, 0) as active,
      coalesce(h.drafts, 0) as drafts, coalesce(o.assets, 0) as unconfirmed
    from among a left join held h on h.department_id = a.id left join overdue o on o.department_id = a.id
  )
  select jsonb_build_object(
    'cells', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select l.family, l.scheme_id::text as scheme, l.level, l.zone_cell as zone, sum(l.assets)::bigint as assets
      from levels l where l.is_open and l.state = 'active' group by 1, 2, 3, 4 having sum(l.assets) <> 0) x),
    'drafts', (select coalesce(sum(assets), 0) from levels where is_open and state = 'draft'),
    'withheld', (select coalesce(sum(assets), 0) from levels where not is_open),
    'unconfirmed', (select coalesce(sum(assets), 0) from overdue),
    'personal', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select personal_data as kind, sum(assets)::bigint as assets, sum(people)::bigint as people, sum(unknown)::bigint as unknown
      from levels where is_open and state = 'active' group by 1 having sum(assets) <> 0) x),
    'categories', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select k.code, k.label, sum(l.active)::bigint as active, sum(l.drafts)::bigint as drafts
      from department_categories k join lines l on l.category_code = k.code group by k.code order by k.sort_order) x),
    'bodies', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select b.code, b.label, sum(l.active)::bigint as active, sum(l.drafts)::bigint as drafts
      from executive_bodies b join lines l on l.executive_body_code = b.code group by b.code order by b.sort_order) x),
    'bureaus', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select b.code, b.name as label, sum(l.active)::bigint as active, sum(l.drafts)::bigint as drafts,
        sum(l.unconfirmed)::bigint as unconfirmed
      from lines l join departments b on b.id = l.bureau_id group by b.code, b.name
      having sum(l.active) + sum(l.drafts) > 0 order by sum(l.active) desc, b.code) x)
  ) into figures;
  return figures;
end $$;

/* As the search migration has it, but for words. */
create or replace function search_assets(filters jsonb, sort text, descending boolean, after_key text, after_number bigint, page_size integer)
returns table (place bigint, number bigint)
language plpgsql stable security definer rows 50 set search_path from current as $$
declare
  column_of text := case sort when 'name' then 'name' when 'updated' then 'updated_at' when 'level' then 'level_rank' else 'number' end;
  direction text := case when descending then 'desc' else 'asc' end;
  among bigint[] := searched_departments(filters);
  conditions text := cell_conditions(filters);
  wanted text := row_conditions(filters);
  keyed text;
begin
  if wanted <> '' then conditions := conditions || ' and ' || wanted; end if;
  if after_number is not null then
    conditions := conditions || case when column_of = 'number'
      then format(' and number %s %s', case when descending then '<' else '>' end, after_number)
      else format(' and (%I, number) %s (%L, %s)', column_of, case when descending then '<' else '>' end, after_key, after_number) end;
  end if;
  keyed := format('order by %I %s, number %s limit %s', column_of, direction, direction, page_size);
  return query execute case
    when among is null then
      format('select row_number() over (), x.number from (select number from assets where %s %s) x', conditions, keyed)
    when cardinality(among) = 1 then
      format('select row_number() over (), x.number from (select number from assets where department_id = %s and %s %s) x',
        among[1], conditions, keyed)
    -- Words are found in all departments at once; without words each department is read in its own order.
    when wanted <> '' then
      format('select row_number() over (), x.number from (select number from assets where department_id = any (%L::bigint[]) and %s %s) x',
        among, conditions, keyed)
    else
      format('select row_number() over (), y.number from (select x.number from unnest(%L::bigint[]) d(id) cross join lateral '
        '(select number, %I as key from assets where department_id = d.id and %s %s) x order by x.key %s, x.number %s limit %s) y',
        among, column_of, conditions, keyed, direction, direction, page_size)
    end;
end $$;

/* As the search migration has it; a common word is not looked for row by row. */
create or replace function count_found_assets(filters jsonb, cap integer) returns bigint
language plpgsql stable security definer set search_path from current set enable_seqscan = off as $$
declare
  among bigint[] := searched_departments(filters);
  inside text := case when among is null then 'true' else format('department_id = any (%L::bigint[])', among) end;
  wanted text := row_conditions(filters);
  answer bigint;
begin
  if wanted = '' and among is null and holds_everywhere('asset.readRestricted')
     and not filters ?| array['kind', 'integrity', 'availability', 'visibility'] then
    execute format('select coalesce(sum(assets), 0) from asset_cells where %s', cell_conditions(filters)) into answer;
    execute format('select $1 + coalesce(sum(assets), 0) from asset_counts where visibility = ''restricted'' and %s',
      cell_conditions(filters)) into answer using answer;
  elsif wanted = '' then
    execute format('select coalesce(sum(assets), 0) from %I where %s and %s',
      case when filters ?| array['zone', 'kind', 'personal', 'confidentiality', 'importance', 'integrity', 'availability',
        'family', 'scheme'] then 'asset_counts' else 'asset_totals' end, inside, cell_conditions(filters)) into answer;
  else
    execute format('select count(*) from (select from assets where %s and %s and %s limit %s) x',
      inside, cell_conditions(filters), wanted, cap + 1) into answer;
  end if;
  return answer;
end $$;
