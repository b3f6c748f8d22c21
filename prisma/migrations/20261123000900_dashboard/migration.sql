-- Figures of 全体状況 and of the first page: one function applies the reach once and answers numbers only (decision 4).
select set_config('search_path', current_schema() || ', pg_temp', false);

-- With the visibility in it, counting what nobody confirmed for a year never opens a row.
drop index assets_unconfirmed;
create index assets_unconfirmed on assets (last_confirmed_on, department_id, visibility) where state = 'active';
-- Drafts are few and wait for somebody: found without looking at the ledger.
create index assets_drafts on assets (department_id, number) where state = 'draft';

/*
 * Everything 全体状況 counts, over the assets that the viewer may open, from the counting cells.
 *   cells: [{family, scheme, level, zone, assets}] of 有効 assets; level: confidentiality or importance, null = 未分類
 *   drafts, unconfirmed (有効, last confirmed before the day or never), withheld (関係者限り that may not be read)
 *   personal: [{kind, assets, people, unknown}] of 有効 assets · categories, bodies, bureaus: [{code, label, active, drafts}],
 *   bureaus with unconfirmed too, the largest first
 */
create function dashboard_figures(confirmed_since date) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  reached bigint[] := reach('asset.read');
  opened bigint[] := reach('asset.readRestricted');
  figures jsonb;
begin
  if not holds('dashboard.read') then
    raise exception 'the figures need dashboard.read' using errcode = 'insufficient_privilege';
  end if;
  with among as materialized (
    select d.id, d.category_code, d.executive_body_code, d.bureau_id, o.id is not null as opened
    from unnest(reached) r(id) join departments d on d.id = r.id left join unnest(opened) o(id) on o.id = d.id
  ), counted as materialized (
    select grouping(c.department_id) = 1 as by_level, c.department_id, c.state, c.scheme_family as family, c.scheme_id,
      case c.scheme_family when 'municipal' then c.confidentiality else c.importance end as level,
      c.zone_cell, c.personal_data, c.visibility = 'internal' or a.opened as is_open,
      sum(c.assets)::bigint as assets, sum(c.data_subjects)::bigint as people, sum(c.subjects_unknown)::bigint as unknown
    from asset_counts c join among a on a.id = c.department_id
    where c.state in ('active', 'draft')
    group by grouping sets ((3, 9, 4, 5, 6, 7, 8), (2, 3, 9))
  ), levels as (
    select * from counted where by_level
  ), overdue as materialized (
    select s.department_id, count(*) as assets
    from (
      select s.department_id, s.visibility from assets s where s.state = 'active' and s.last_confirmed_on is null
      union all
      select s.department_id, s.visibility from assets s where s.state = 'active' and s.last_confirmed_on < confirmed_since
    ) s join among a on a.id = s.department_id where s.visibility = 'internal' or a.opened group by 1
  ), held as (
    select department_id, coalesce(sum(assets) filter (where state = 'active'), 0) as active,
      coalesce(sum(assets) filter (where state = 'draft'), 0) as drafts
    from counted where not by_level and is_open group by 1
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

/*
 * Grants that end within so many days, the soonest first: those of the departments that the viewer registers for, or
 * all for whoever grants. One that somebody renewed already (the same role and scope goes on) is not among them.
 */
create function ending_grants(within_days integer)
returns table (person text, role text, department text, until date)
language sql stable security definer set search_path from current as $$
  select p.name, g.role, d.name, g.until
  from grants g
  join people p on p.id = g.person_id and (p.ended_on is null or p.ended_on > app_today())
  left join departments d on d.id = g.department_id
  where g.until between app_today() and app_today() + within_days
    and g.valid_from <= app_today() and (g.ended_on is null or g.ended_on > app_today())
    and ((select holds('grant.manageClerks')) or g.department_id = any ((select reach('asset.register'))::bigint[]))
    and not exists (
      select from grants n where n.person_id = g.person_id and n.role = g.role and n.scope_kind = g.scope_kind
        and n.department_id is not distinct from g.department_id
        and n.executive_body_code is not distinct from g.executive_body_code
        and n.ended_on is null and n.valid_from <= g.until + 1 and (n.until is null or n.until > g.until))
  order by g.until, g.id
$$;

revoke execute on function dashboard_figures(date), ending_grants(integer) from public;
grant execute on function dashboard_figures(date), ending_grants(integer) to daicho_read, daicho_write;
