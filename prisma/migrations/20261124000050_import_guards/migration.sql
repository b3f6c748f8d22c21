-- The ledger's guards know imports: what a job writes while it acts for somebody is what they confirmed. Without an acting
-- row nobody writes with asset.import, not even one row by raw SQL.
select set_config('search_path', current_schema() || ', pg_temp', false);

-- A new asset and its first judgement name each other: written in two statements, both once.
alter table assets alter constraint assets_classification_id_number_fkey deferrable initially immediate;

/* As before; an imported one comes with its number and its judgement. */
create or replace function guard_new_asset() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  acting constant bigint := acting_person();
  viewer constant bigint := coalesce(acting, viewer_id());
begin
  if viewer is null then perform refuse_writing('nobody is signed in'); end if;
  if new.state <> 'draft' or new.registered_by is not null then perform refuse_writing('a new asset begins as a draft'); end if;
  if acting is null then
    if new.classification_id is not null or num_nonnulls(new.confidentiality, new.integrity, new.availability, new.importance) > 0 then
      perform refuse_writing('a new asset begins as an unclassified draft');
    end if;
    new.number := nextval('asset_numbers');
    new.updated_at := app_now();
  elsif (new.classification_id is null) <> (num_nonnulls(new.confidentiality, new.integrity, new.availability, new.importance) = 0) then
    perform refuse_writing('levels come with a classification');
  end if;
  new.version := 1;
  new.submitted_by := viewer;
  new.updated_by := viewer;
  return new;
end $$;

/* As before (002050); an import edits as a clerk does: what loosens, the zone and the levels of a registered one are proposed. */
create or replace function guard_asset() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
  permission constant text := permission_in_use();
  edits constant boolean := permission = 'asset.edit' or permission = 'asset.import' and acting_person() is not null;
  levels_moved constant boolean := (new.classification_id, new.confidentiality, new.integrity, new.availability,
      new.importance, new.audience, new.level_rank) is distinct from
    (old.classification_id, old.confidentiality, old.integrity, old.availability,
      old.importance, old.audience, old.level_rank);
  item proposal_items;
begin
  if viewer is null then perform refuse_writing('nobody is signed in'); end if;
  new.version := old.version + 1;
  new.updated_by := viewer;
  new.updated_at := app_now();
  if new.number <> old.number then perform refuse_writing('an asset number never changes'); end if;
  if old.state not in ('draft', 'active') then perform refuse_writing('an asset that has ended never changes'); end if;
  if pg_trigger_depth() > 1 then return new; end if;

  new.submitted_by := old.submitted_by;
  new.registered_by := old.registered_by;
  if levels_moved then perform refuse_writing('levels change through a classification only'); end if;
  if permission = 'proposal.decide' then
    item := approved_item(new.number);
    if item.proposal_id is null then perform refuse_writing('only what was approved is written'); end if;
    perform refuse_unapproved(item, to_jsonb(old), to_jsonb(new));
    if item.kind = 'registration' then new.registered_by := viewer; end if;
    return new;
  end if;

  perform refuse_other_columns(permission, to_jsonb(old), to_jsonb(new));
  if (new.scheme_id, new.scheme_family) is distinct from (old.scheme_id, old.scheme_family)
     and old.classification_id is not null then
    perform refuse_writing('the scheme changes through a classification only');
  end if;
  if (new.department_id <> old.department_id) <> (permission = 'asset.moveToSuccessor')
     or new.department_id <> old.department_id and not exists (
       select from department_successions s where s.from_id = old.department_id and s.to_id = new.department_id) then
    perform refuse_writing('a department changes through a move to its successor only');
  end if;
  if old.state = 'draft' and permission <> 'asset.moveToSuccessor' and has_open_item(new.number) then
    perform refuse_writing('what was submitted is taken back before it changes');
  end if;

  case old.state || '>' || new.state
    when 'draft>draft' then
      if not edits and permission <> 'asset.moveToSuccessor' then perform refuse_writing('editing a draft needs asset.edit'); end if;
      if edits then new.submitted_by := viewer; end if;
    when 'draft>cancelled' then
      if permission <> 'asset.cancel' then perform refuse_writing('cancelling needs asset.cancel'); end if;
    when 'active>active' then
      if not edits and permission <> 'asset.moveToSuccessor' then perform refuse_writing('editing needs asset.edit'); end if;
      if (new.zone_code, new.zone_not_applicable, new.disposed_by, new.disposal_method)
         is distinct from (old.zone_code, old.zone_not_applicable, old.disposed_by, old.disposal_method)
         or edits and loosened_fields(to_jsonb(old), to_jsonb(new)) <> '{}' then
        perform refuse_writing('a change of zone, and what loosens, is proposed');
      end if;
    else
      perform refuse_writing('this change is made by an approval only');
  end case;
  return new;
end $$;

/* As before (002050); a draft that is imported is judged by whoever imports it, also under the scheme before the present one. */
create or replace function guard_classification() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  acting constant bigint := acting_person();
  permission constant text := case when acting is null then permission_in_use() else 'asset.import' end;
  asset_state constant text := (select state from assets where number = new.asset_number);
  imports constant boolean := acting is not null and new.occasion = 'import';
  item proposal_items;
begin
  if permission = 'proposal.decide' then
    item := approved_item(new.asset_number);
    if item.judgement is null
       or (new.scheme_id, new.confidentiality, new.integrity, new.availability, new.importance, new.audience, new.reason, new.occasion)
         is distinct from ((item.judgement ->> 'schemeId')::bigint, item.judgement ->> 'confidentiality', item.judgement ->> 'integrity',
           item.judgement ->> 'availability', item.judgement ->> 'importance', item.judgement ->> 'audience',
           item.judgement ->> 'reason', item.judgement ->> 'occasion')
       or new.evaluator_id is distinct from (select submitted_by from proposals where id = item.proposal_id) then
      perform refuse_writing('these levels are not those that were approved');
    end if;
  elsif asset_state is distinct from 'draft' or not (imports or permission in ('asset.create', 'asset.edit')) or has_open_item(new.asset_number)
     or new.evaluator_id is distinct from coalesce(acting, viewer_id()) then
    perform refuse_writing('this asset may not be classified now');
  end if;
  if not exists (select from classification_schemes where id = new.scheme_id and (status = 'inForce' or imports and status = 'retired')) then
    perform refuse_writing('levels are given under a scheme in force');
  end if;
  return new;
end $$;

/* As before (002050); where an asset came with its judgement there is nothing to copy. */
create or replace function copy_levels() returns trigger
language plpgsql security definer set search_path from current as $$
begin
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
    -- Who judges a draft has had a hand in it.
    submitted_by = case when assets.state = 'draft' then c.evaluator_id else assets.submitted_by end
  from (select distinct on (asset_number) * from added order by asset_number, id desc) c
  join classification_schemes s on s.id = c.scheme_id
  left join levels l on l.scheme_id = s.id
    and l.axis = case s.family when 'municipal' then 'confidentiality' else 'importance' end
    and l.code = case s.family when 'municipal' then c.confidentiality else c.importance end
  where assets.number = c.asset_number
    and (assets.classification_id, assets.scheme_id, assets.confidentiality, assets.integrity, assets.availability, assets.importance,
        assets.audience, assets.level_rank)
      is distinct from (c.id, c.scheme_id, c.confidentiality, c.integrity, c.availability, c.importance, c.audience, coalesce(l.rank, 0));
  return null;
end $$;
