-- Who sees proposals, what the roles may do now, and what an existing database has waiting.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* May the viewer decide the step that waits? Then they see what it is about, whosever it is. */
create function proposal_for_me(wanted bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  viewer constant bigint := permitted_viewer_id();
begin
  return exists (
    select from approval_steps s cross join lateral deciders(s.duty, s.department_id) x
    where s.proposal_id = wanted and s.state = 'waiting' and x.person_id = viewer);
end $$;

/*
 * A proposal is seen by who submitted it, decided a step of it or may decide it now; and by whoever may read every asset
 * that it names: its title names them too.
 */
create function proposal_in_reach(wanted bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  viewer constant bigint := permitted_viewer_id();
  readable bigint[];
  opened bigint[];
begin
  if viewer is null then return false; end if;
  if exists (select from proposals where id = wanted and submitted_by = viewer)
     or exists (select from approval_steps where proposal_id = wanted and viewer in (decided_by, decided_for)) then
    return true;
  end if;
  readable := reach('asset.read');
  opened := reach('asset.readRestricted');
  return exists (select from proposal_items where proposal_id = wanted)
    and not exists (
      select from proposal_items i join assets a on a.number = i.asset_number
      where i.proposal_id = wanted
        and not (a.department_id = any (readable) and (a.visibility = 'internal' or a.department_id = any (opened))))
    or proposal_for_me(wanted);
end $$;

do $$
declare
  named text;
begin
  foreach named in array array['proposals', 'proposal_items', 'approval_steps'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format('create policy owner on %I to current_user using (true) with check (true)', named);
    execute format('create policy readers on %I for select to daicho_read, daicho_write using (%s)', named,
      case named when 'proposals' then 'proposal_in_reach(id)'
        when 'proposal_items' then 'proposal_in_reach(proposal_id) and (asset_in_reach(asset_number) or proposal_for_me(proposal_id))'
        else 'proposal_in_reach(proposal_id)' end);
    execute format('grant select on %I to daicho_read, daicho_write', named);
  end loop;
end $$;
revoke execute on function proposal_for_me(bigint), proposal_in_reach(bigint) from public;
grant execute on function proposal_for_me(bigint), proposal_in_reach(bigint) to daicho_read, daicho_write;

select keep_versions('proposals');
select keep_versions('approval_steps');

delete from role_permissions where permission = 'asset.register';
insert into role_permissions (role, permission)
select r.role, w.permission
from (values
  ('proposal.decide', array['assetManager', 'bureauOfficer', 'chiefOfficer', 'educationOfficer', 'educationChief', 'ciso']),
  ('asset.reclassify', array['assetClerk']),
  ('asset.dispose', array['assetClerk']),
  ('asset.transfer', array['assetManager', 'assetClerk']),
  ('asset.merge', array['assetManager', 'assetClerk'])) w (permission, roles)
cross join lateral unnest(w.roles) r (role);
select record_events('[{"action": "permissions.loaded", "subjectType": "role_permissions"}]');

/*
 * An existing database: a draft that is complete waited for its registration. It becomes a proposal of whoever submitted
 * it, and waits in the inbox of who may approve it; other drafts stay with their clerk.
 */
create function carry_over_waiting_drafts() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  draft assets;
  built proposal_items[];
  new_id bigint;
  carried bigint := 0;
begin
  for draft in
    select a.* from assets a where a.state = 'draft' and a.submitted_by is not null and levels_are_complete(a) order by a.number
  loop
    built := array[row(null::bigint, 1, draft.number, 'registration', draft.version, (
      select jsonb_object_agg(f.key, f.value) from jsonb_each(to_jsonb(draft)) f
      where f.key = any (before_keys('registration', '{"state": "active"}', false))), '{"state": "active"}', null, '{}', 'open')::proposal_items];
    insert into proposals (submission_id, department_id, origin, title, items, submitted_by, submitted_at, items_hash)
    values (nextval('proposal_submissions'), draft.department_id, 'form', draft.name, 1, draft.submitted_by, draft.updated_at, items_hash(built))
    returning id into new_id;
    insert into proposal_items (proposal_id, place, asset_number, kind, base_version, before, after)
    select new_id, i.place, i.asset_number, i.kind, i.base_version, i.before, i.after from unnest(built) i;
    perform begin_chain(new_id);
    carried := carried + 1;
  end loop;
  if carried > 0 then
    perform record_events(jsonb_build_array(jsonb_build_object('action', 'proposals.carriedOver', 'subjectType', 'proposals',
      'details', jsonb_build_object('proposals', carried))));
  end if;
  return carried;
end $$;
select carry_over_waiting_drafts();
drop function carry_over_waiting_drafts();
