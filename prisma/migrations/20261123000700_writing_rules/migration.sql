-- What a signed-in person may do to a row, whoever writes the SQL: states, four eyes, who is named.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Does somebody else exist who may register assets of this department? */
create function another_registrar_exists(department bigint, besides bigint) returns boolean
language sql stable security definer set search_path from current as $$
  select viewer_id() is not null and exists (
    select from grants g
    join role_permissions p on p.role = g.role and p.permission = 'asset.register'
    join people who on who.id = g.person_id and (who.ended_on is null or who.ended_on > app_today())
    join departments d on d.id = department
    where g.person_id <> besides
      and g.valid_from <= app_today()
      and (g.until is null or g.until >= app_today())
      and (g.ended_on is null or g.ended_on > app_today())
      and (g.scope_kind = 'everything'
        or g.scope_kind = 'schools' and d.category_code = 'school'
        or g.scope_kind = 'executiveBody' and g.executive_body_code = d.executive_body_code
        or g.scope_kind = 'department' and exists (
          select from department_lines l where l.ancestor_id = g.department_id and l.department_id = d.id)))
$$;

create function refuse_writing(because text) returns void
language plpgsql set search_path from current as $$
begin
  raise exception '%', because using errcode = 'insufficient_privilege';
end $$;

create function guard_new_asset() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
begin
  if viewer is null then perform refuse_writing('nobody is signed in'); end if;
  if new.state <> 'draft' or new.classification_id is not null or new.registered_by is not null
     or num_nonnulls(new.confidentiality, new.integrity, new.availability, new.importance) > 0 then
    perform refuse_writing('a new asset begins as an unclassified draft');
  end if;
  new.number := nextval('asset_numbers');
  new.version := 1;
  new.submitted_by := viewer;
  new.updated_by := viewer;
  new.updated_at := app_now();
  return new;
end $$;
create trigger guard_new before insert on assets for each row execute function guard_new_asset();

/* Who registers, withdraws, disposes or moves writes nothing else on the way: what was approved is what was submitted. */
create function refuse_other_columns(permission text, before jsonb, after jsonb) returns void
language plpgsql stable set search_path from current as $$
declare
  settled constant text[] := array['version', 'updated_at', 'updated_by', 'zone_cell', 'search_pieces'];
  allowed constant text[] := case permission
    when 'asset.register' then array['state', 'last_confirmed_on']
    when 'asset.cancel' then array['state']
    when 'asset.dispose' then array['state', 'disposed_on', 'disposed_by', 'disposal_method']
    when 'asset.moveToSuccessor' then array['department_id']
  end;
begin
  if allowed is not null and before - settled - allowed <> after - settled - allowed then
    perform refuse_writing(format('with %s nothing else is written', permission));
  end if;
end $$;

/* One row of this list a transition: (from, to) needs the permission named (domain: asset states). */
create function guard_asset() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
  permission text := permission_in_use();
  levels_moved boolean := (new.classification_id, new.confidentiality, new.integrity, new.availability,
      new.importance, new.audience, new.level_rank) is distinct from
    (old.classification_id, old.confidentiality, old.integrity, old.availability,
      old.importance, old.audience, old.level_rank);
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
  if permission not in ('asset.edit', 'asset.reclassify') then
    perform refuse_other_columns(permission, to_jsonb(old), to_jsonb(new));
  end if;
  if (new.scheme_id, new.scheme_family) is distinct from (old.scheme_id, old.scheme_family)
     and old.classification_id is not null then
    perform refuse_writing('the scheme changes through a classification only');
  end if;
  if (new.department_id <> old.department_id) <> (permission = 'asset.moveToSuccessor')
     or new.department_id <> old.department_id and not exists (
       select from department_successions s where s.from_id = old.department_id and s.to_id = new.department_id) then
    perform refuse_writing('a department changes through a move to its successor only');
  end if;

  case old.state || '>' || new.state
    when 'draft>draft' then
      if permission not in ('asset.edit', 'asset.moveToSuccessor') then
        perform refuse_writing('editing a draft needs asset.edit');
      end if;
      if permission = 'asset.edit' then new.submitted_by := viewer; end if;
    when 'draft>active' then
      if permission <> 'asset.register' then perform refuse_writing('registering needs asset.register'); end if;
      if old.submitted_by = viewer and another_registrar_exists(old.department_id, viewer) then
        perform refuse_writing('nobody registers what they submitted');
      end if;
      -- In brackets: plpgsql would end the condition at the first "then".
      if old.classification_id is null or (case old.scheme_family
           when 'municipal' then num_nulls(old.confidentiality, old.integrity, old.availability)
           else num_nulls(old.importance, old.audience) end) > 0 then
        perform refuse_writing('an unclassified draft is not registered');
      end if;
      new.registered_by := viewer;
    when 'draft>cancelled' then
      if permission <> 'asset.cancel' then perform refuse_writing('cancelling needs asset.cancel'); end if;
    when 'active>active' then
      if permission not in ('asset.edit', 'asset.reclassify', 'asset.moveToSuccessor') then
        perform refuse_writing('editing needs asset.edit');
      end if;
      if (new.zone_code, new.zone_not_applicable) is distinct from (old.zone_code, old.zone_not_applicable)
         and permission <> 'asset.reclassify' then
        perform refuse_writing('the zone of a registered asset changes with asset.reclassify');
      end if;
    when 'active>disposed' then
      if permission <> 'asset.dispose' then perform refuse_writing('disposal needs asset.dispose'); end if;
      if new.disposed_on > app_today() or new.disposed_on < old.registered_on then
        perform refuse_writing('a disposal lies between the registration and today');
      end if;
    else
      perform refuse_writing('no such change of state');
  end case;
  return new;
end $$;
create trigger guard before update on assets for each row execute function guard_asset();

/* A draft is classified with the permission to create or edit; a registered asset only with asset.reclassify. */
create function guard_classification() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  permission text := permission_in_use();
  asset_state text := (select state from assets where number = new.asset_number);
begin
  if not (asset_state = 'draft' and permission in ('asset.create', 'asset.edit')
       or asset_state = 'active' and permission = 'asset.reclassify') then
    perform refuse_writing('this asset may not be classified now');
  end if;
  if not exists (select from classification_schemes where id = new.scheme_id and status = 'inForce') then
    perform refuse_writing('levels are given under a scheme in force');
  end if;
  return new;
end $$;
create trigger guard before insert on classifications for each row execute function guard_classification();

/* Nobody grants to themselves; approver roles need the wider permission (decision 7). */
create function guard_grant() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if viewer_id() is null then perform refuse_writing('nobody is signed in'); end if;
  if new.person_id = viewer_id() then perform refuse_writing('nobody grants to themselves'); end if;
  if new.role = 'system' then perform refuse_writing('system is not granted'); end if;
  if new.role = 'assetClerk' and permission_in_use() not in ('grant.manageClerks', 'grant.manageApprovers')
     or new.role <> 'assetClerk' and permission_in_use() <> 'grant.manageApprovers' then
    perform refuse_writing('this role needs grant.manageApprovers');
  end if;
  if permission_in_use() = 'grant.manageClerks' and new.scope_kind <> 'department' then
    perform refuse_writing('a clerk is of a department');
  end if;
  if tg_op = 'INSERT' then
    new.granted_by := viewer_id();
  elsif (new.person_id, new.role, new.scope_kind, new.department_id, new.executive_body_code, new.valid_from)
     is distinct from
     (old.person_id, old.role, old.scope_kind, old.department_id, old.executive_body_code, old.valid_from) then
    perform refuse_writing('a grant is ended and given anew, not rewritten');
  end if;
  return new;
end $$;
create trigger guard before insert or update on grants for each row execute function guard_grant();

/* A login ID names one person for good: exchanging two would let one sign in as the other. */
create function guard_person() returns trigger
language plpgsql set search_path from current as $$
begin
  if new.login_id <> old.login_id then perform refuse_writing('a login ID never changes'); end if;
  return new;
end $$;
create trigger guard before update on people for each row execute function guard_person();
