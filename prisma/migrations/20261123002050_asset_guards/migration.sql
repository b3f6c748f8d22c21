-- The ledger's guards: state, department, zone, levels, and whatever loosens, change only as an approved item says.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* The item that is being applied to an asset right now, and any that is open for it. */
create function approved_item(asset bigint) returns proposal_items
language plpgsql stable security definer set search_path from current as $$
begin
  return (select i from proposal_items i where i.asset_number = asset and i.state = 'approved');
end $$;

create function has_open_item(asset bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (select from proposal_items i where i.asset_number = asset and i.state in ('open', 'approved'));
end $$;

/* By hand nothing else changes than what its permission is for. */
create or replace function refuse_other_columns(permission text, before jsonb, after jsonb) returns void
language plpgsql stable set search_path from current as $$
declare
  settled constant text[] := array['version', 'updated_at', 'updated_by', 'zone_cell', 'search_pieces'];
  allowed constant text[] := case permission
    when 'asset.cancel' then array['state']
    when 'asset.moveToSuccessor' then array['department_id']
  end;
begin
  if allowed is not null and before - settled - allowed <> after - settled - allowed then
    perform refuse_writing(format('with %s nothing else is written', permission));
  end if;
end $$;

/* What an approval writes is what was approved: the item, nothing beside it, on the base that was shown. */
create function refuse_unapproved(item proposal_items, before jsonb, after jsonb) returns void
language plpgsql stable set search_path from current as $$
declare
  settled constant text[] := array['version', 'updated_at', 'updated_by', 'zone_cell', 'search_pieces', 'last_confirmed_on', 'registered_by'];
begin
  if not item.before <@ before then perform refuse_writing('what was approved had changed since'); end if;
  if after - settled <> (before || item.after) - settled then perform refuse_writing('this is not what was approved'); end if;
end $$;

create or replace function guard_asset() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
  permission constant text := permission_in_use();
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
      if permission not in ('asset.edit', 'asset.moveToSuccessor') then
        perform refuse_writing('editing a draft needs asset.edit');
      end if;
      if permission = 'asset.edit' then new.submitted_by := viewer; end if;
    when 'draft>cancelled' then
      if permission <> 'asset.cancel' then perform refuse_writing('cancelling needs asset.cancel'); end if;
    when 'active>active' then
      if permission not in ('asset.edit', 'asset.moveToSuccessor') then
        perform refuse_writing('editing needs asset.edit');
      end if;
      if (new.zone_code, new.zone_not_applicable, new.disposed_by, new.disposal_method)
         is distinct from (old.zone_code, old.zone_not_applicable, old.disposed_by, old.disposal_method)
         or permission = 'asset.edit' and loosened_fields(to_jsonb(old), to_jsonb(new)) <> '{}' then
        perform refuse_writing('a change of zone, and what loosens, is proposed');
      end if;
    else
      perform refuse_writing('this change is made by an approval only');
  end case;
  return new;
end $$;

/* A draft is classified by whoever edits it; a registered asset only as an approved item judges it. */
create or replace function guard_classification() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  permission constant text := permission_in_use();
  asset_state constant text := (select state from assets where number = new.asset_number);
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
  elsif asset_state <> 'draft' or permission not in ('asset.create', 'asset.edit') or has_open_item(new.asset_number)
     or new.evaluator_id is distinct from viewer_id() then
    perform refuse_writing('this asset may not be classified now');
  end if;
  if not exists (select from classification_schemes where id = new.scheme_id and status = 'inForce') then
    perform refuse_writing('levels are given under a scheme in force');
  end if;
  return new;
end $$;

/* As before; who evaluated is asked of each row by guard_classification. */
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
  where assets.number = c.asset_number;
  return null;
end $$;

drop policy asset_writers on assets;
create policy asset_writers on assets for update to daicho_write
  using (permission_in_use() in ('asset.edit', 'asset.cancel', 'asset.moveToSuccessor')
    and department_id = any ((select reach(permission_in_use()))::bigint[]));
drop policy classifiers on classifications;
create policy classifiers on classifications for insert to daicho_write
  with check (permission_in_use() in ('asset.create', 'asset.edit') and exists (
    select from assets a where a.number = asset_number
      and a.department_id = any ((select reach(permission_in_use()))::bigint[])));

create or replace function ending_grants(within_days integer)
returns table (person text, role text, department text, until date)
language sql stable security definer set search_path from current as $$
  select p.name, g.role, d.name, g.until
  from grants g
  join people p on p.id = g.person_id and (p.ended_on is null or p.ended_on > app_today())
  left join departments d on d.id = g.department_id
  where g.until between app_today() and app_today() + within_days
    and g.valid_from <= app_today() and (g.ended_on is null or g.ended_on > app_today())
    and ((select holds('grant.manageClerks')) or g.department_id = any ((select reach('proposal.decide'))::bigint[]))
    and not exists (
      select from grants n where n.person_id = g.person_id and n.role = g.role and n.scope_kind = g.scope_kind
        and n.department_id is not distinct from g.department_id
        and n.executive_body_code is not distinct from g.executive_body_code
        and n.ended_on is null and n.valid_from <= g.until + 1 and (n.until is null or n.until > g.until))
  order by g.until, g.id
$$;

drop function another_registrar_exists(bigint, bigint);
revoke execute on function approved_item(bigint), has_open_item(bigint), refuse_unapproved(proposal_items, jsonb, jsonb) from public;
