-- Submitting: what is proposed is checked against the locked rows, and their present values are kept as its base.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* The permissions with which a kind of change is submitted (lib/domain/access.ts). */
create function kind_permissions(kind text) returns text[]
language sql immutable parallel safe set search_path from current as $$
  select case kind
    when 'registration' then array['asset.create', 'asset.edit']
    when 'change' then array['asset.edit', 'asset.reclassify']
    when 'reclassification' then array['asset.reclassify']
    when 'disposal' then array['asset.dispose']
    when 'transfer' then array['asset.transfer']
    when 'merge' then array['asset.merge']
    else '{}' end
$$;

/* Would an asset that says this be a row of the ledger? The table's own checks, before anybody is asked to approve. */
create function asset_would_hold(would jsonb) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return coalesce((would ->> 'personal_data') in ('none', 'personal', 'sensitive', 'specific'), true)
    and coalesce((would ->> 'take_out') in ('prohibited', 'individual', 'blanket', 'unrestricted'), true)
    and would ->> 'visibility' in ('internal', 'restricted')
    and (would ->> 'zone_code' is null or would ->> 'zone_not_applicable' = 'false'
      and exists (select from zones z where z.code = would ->> 'zone_code'))
    and (would ->> 'my_number_use' is null
      or would ->> 'my_number_use' in ('use', 'related') and coalesce(would ->> 'personal_data' = 'specific', false))
    and coalesce((would ->> 'data_subjects')::bigint >= 0, true)
    and (would ->> 'personal_data' is distinct from 'none' or coalesce((would ->> 'data_subjects')::bigint = 0, true));
end $$;

/* Could these levels be given today: a scheme in force, its own levels, complete, with a reason? */
create function judgement_would_hold(judgement jsonb) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  scheme constant classification_schemes := (
    select s from classification_schemes s where s.id = (judgement ->> 'schemeId')::bigint and s.status = 'inForce');
begin
  return scheme.id is not null
    and not exists (
      select from unnest(array['confidentiality', 'integrity', 'availability', 'importance']) named (axis)
      where judgement ->> named.axis is not null and level_rank(scheme.id, named.axis, judgement ->> named.axis) is null)
    and case scheme.family
      when 'municipal' then num_nulls(judgement ->> 'confidentiality', judgement ->> 'integrity', judgement ->> 'availability') = 0
      else judgement ->> 'importance' is not null and coalesce(judgement ->> 'audience' in ('staff', 'students', 'public'), false) end
    and coalesce(length(btrim(judgement ->> 'reason')) between 1 and 1000, false)
    and coalesce(judgement ->> 'occasion' in ('registration', 'edit', 'reclassification', 'schemeChange', 'import'), false);
end $$;

/* Is it a change of its kind, of an asset in this state? */
create function item_is_of_its_kind(kind text, asset assets, after jsonb, judgement jsonb, bundle jsonb) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  changing constant text[] := array['zone_code', 'zone_not_applicable', 'personal_data', 'my_number_use', 'data_subjects',
    'take_out', 'cloud_service', 'cloud_ismap', 'cloud_countries', 'cloud_standard_terms', 'cloud_approval', 'visibility', 'disposal_due_on'];
begin
  if kind = 'registration' then return asset.state = 'draft' and after = '{"state": "active"}' and judgement is null; end if;
  if asset.state <> 'active' or (kind = 'transfer') <> (bundle ->> 'toDepartmentId' is not null) then return false; end if;
  return coalesce(case kind
    when 'change' then judgement is null and after - changing = '{}'
    when 'reclassification' then judgement is not null and after - changing = '{}'
    when 'disposal' then judgement is null and after - array['disposed_on', 'disposed_by', 'disposal_method'] = '{"state": "disposed"}'
      and (after ->> 'disposed_on')::date between asset.registered_on and app_today()
      and length(btrim(after ->> 'disposed_by')) > 0
      and after ->> 'disposal_method' in ('physicalDestruction', 'destruction', 'cryptographicErasure', 'shredding', 'returnToOwner', 'ordinary')
    when 'transfer' then after - array['zone_code', 'zone_not_applicable'] = jsonb_build_object('department_id', (bundle ->> 'toDepartmentId')::bigint)
      and (bundle ->> 'toDepartmentId')::bigint <> asset.department_id
    when 'merge' then judgement is null and (after = '{"state": "active"}'
      or after - 'merged_into' = '{"state": "merged"}' and exists (
        select from jsonb_array_elements(bundle -> 'items') kept
        where (kept ->> 'number')::bigint = (after ->> 'merged_into')::bigint and kept -> 'after' = '{"state": "active"}'))
    end, false);
end $$;

/*
 * The items of a bundle, built from the rows as they are (before is never told), each with what speaks against it.
 * The rows are locked already.
 */
create function built_items(bundle jsonb, permission text, writable bigint[], readable bigint[], opened bigint[])
returns table (item proposal_items, problem text)
language plpgsql stable security definer set search_path from current set enable_seqscan to off as $$
begin
  return query
    with wanted as (
      select w.*, t.place from jsonb_array_elements(bundle -> 'items') with ordinality t (e, place)
      cross join lateral jsonb_to_record(t.e) w (number bigint, version integer, kind text, after jsonb, judgement jsonb)),
    found as materialized (
      select w.number, w.version as seen_version, w.kind, w.after, nullif(w.judgement, 'null') as judgement, w.place, a as asset,
        to_jsonb(a) as facts, to_jsonb(jsonb_populate_record(a, w.after)) as would,
        coalesce(a.department_id = any (writable) and a.department_id = any (readable)
          and (a.visibility = 'internal' or a.department_id = any (opened)), false) as in_reach
      from wanted w left join assets a on a.number = w.number),
    -- Materialized: each of these is looked at several times below, and dear to compute.
    told as materialized (
      select f.number, f.seen_version, f.kind, f.judgement, f.place, f.asset, f.facts, f.would, f.in_reach,
        coalesce((select jsonb_object_agg(k, f.would -> k) from jsonb_object_keys(f.after) k), '{}') as after
      from found f),
    known as materialized (
      select t.*, coalesce((select jsonb_object_agg(k, t.facts -> k) from unnest(before_keys(t.kind, t.after, t.judgement is not null)) k
        where t.facts ? k), '{}') as before
      from told t)
    select row(null::bigint, k.place::integer, k.number, k.kind, (k.asset).version, k.before, k.after, k.judgement,
        loosened_fields(k.before, k.after), 'open')::proposal_items,
      case
        when permission <> all (kind_permissions(k.kind)) then 'notPermitted'
        when not k.in_reach then 'notFound'
        when (k.asset).state not in ('draft', 'active') then 'ended'
        when (k.asset).version is distinct from k.seen_version or (k.asset).department_id <> (bundle ->> 'departmentId')::bigint then 'stale'
        when exists (select from proposal_items i where i.asset_number = k.number and i.state in ('open', 'approved')) then 'alreadyProposed'
        when k.kind = 'registration' and (k.asset).state = 'draft' and not levels_are_complete(k.asset) then 'unclassified'
        when k.kind = 'transfer' and not exists (select from departments d where d.id = (bundle ->> 'toDepartmentId')::bigint
          and d.valid_from <= app_today() and (d.valid_to is null or d.valid_to >= app_today())) then 'closedDepartment'
        when not item_is_of_its_kind(k.kind, k.asset, k.after, k.judgement, bundle) or not asset_would_hold(k.would)
          or k.judgement is not null and not judgement_would_hold(k.judgement)
          or count(*) over (partition by k.number) > 1 then 'unfit'
        when k.kind <> 'merge' and k.judgement is null and k.after <@ k.facts then 'nothingChanges'
      end
    from known k
    order by k.place;
end $$;

/* Is a draft classified as its scheme asks? */
create function levels_are_complete(asset assets) returns boolean
language sql immutable parallel safe set search_path from current as $$
  select asset.classification_id is not null and case asset.scheme_family
    when 'municipal' then num_nulls(asset.confidentiality, asset.integrity, asset.availability) = 0
    else num_nulls(asset.importance, asset.audience) = 0 end
$$;

/* The next step waits from now on: for the post itself, or for whom it escalates to where nobody is there. */
create function open_step(step bigint) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  update approval_steps set state = 'waiting', waiting_since = app_now(), open_to = opening_rank(id),
    escalates_on = add_business_days(app_today(), escalation_days())
  where id = step;
end $$;

create function escalation_days() returns integer
language sql stable security definer set search_path from current as $$
  select coalesce((select (value #>> '{}')::integer from settings where key = 'escalation_days'), 5)
$$;

/* The steps that its items ask for, from the first; those of an earlier generation stay as void. */
create function begin_chain(proposal bigint) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  next_generation constant smallint := coalesce((select max(generation) from approval_steps where proposal_id = proposal), 0) + 1;
  first_step bigint;
begin
  insert into approval_steps (proposal_id, generation, place, duty, department_id)
  select p.id, next_generation, c.place, c.duty, case c.duty when 'accepting' then p.to_department_id else p.department_id end
  from proposals p cross join lateral unnest(chain_of(p.id)) with ordinality c (duty, place)
  where p.id = proposal;
  select id into strict first_step from approval_steps where proposal_id = proposal and generation = next_generation and place = 1;
  perform open_step(first_step);
end $$;

/*
 * Submits bundles: [{departmentId, toDepartmentId?, origin?, title, reason?, items: [{number, version, kind, after,
 * judgement?}]}], one for each department and chain. Answers [{id, submissionId}], or, with nothing written,
 * {refused, numbers}: what speaks against it and which assets (docs/adr/0032).
 */
create function submit_proposals(bundles jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
  permission constant text := permission_in_use();
  writable constant bigint[] := reach(permission);
  readable constant bigint[] := reach('asset.read');
  opened constant bigint[] := reach('asset.readRestricted');
  submission bigint;
  bundle jsonb;
  built proposal_items[];
  problem text;
  numbers jsonb;
  new_id bigint;
  answer jsonb := '[]';
begin
  if viewer is null or writable = '{}' then perform refuse_writing('submitting needs a permission to do so'); end if;
  perform from assets where number in (
    select (i ->> 'number')::bigint from jsonb_array_elements(bundles) b, jsonb_array_elements(b -> 'items') i)
  order by number for no key update;
  select x.problem, jsonb_agg(((x.item).asset_number)::text order by (x.item).asset_number) into problem, numbers
  from jsonb_array_elements(bundles) b cross join lateral built_items(b, permission, writable, readable, opened) x
  where x.problem is not null
  group by x.problem
  order by array_position(array['notPermitted', 'notFound', 'ended', 'stale', 'alreadyProposed'], x.problem) limit 1;
  if found then return jsonb_build_object('refused', problem, 'numbers', numbers); end if;

  submission := nextval('proposal_submissions');
  for bundle in select value from jsonb_array_elements(bundles) loop
    select array_agg(x.item order by (x.item).place) into built
    from built_items(bundle, permission, writable, readable, opened) x;
    insert into proposals (submission_id, department_id, to_department_id, origin, title, items, submitted_by, submit_reason, items_hash)
    values (submission, (bundle ->> 'departmentId')::bigint, (bundle ->> 'toDepartmentId')::bigint,
      coalesce(bundle ->> 'origin', 'form'), bundle ->> 'title', cardinality(built), viewer,
      nullif(btrim(bundle ->> 'reason'), ''), items_hash(built))
    returning id into new_id;
    insert into proposal_items (proposal_id, place, asset_number, kind, base_version, before, after, judgement, loosens, state)
    select new_id, i.place, i.asset_number, i.kind, i.base_version, i.before, i.after, i.judgement, i.loosens, 'open'
    from unnest(built) i;
    perform begin_chain(new_id);
    answer := answer || jsonb_build_object('id', new_id::text, 'submissionId', submission::text);
  end loop;
  return answer;
end $$;

revoke execute on function kind_permissions(text), asset_would_hold(jsonb), judgement_would_hold(jsonb),
  item_is_of_its_kind(text, assets, jsonb, jsonb, jsonb), built_items(jsonb, text, bigint[], bigint[], bigint[]),
  levels_are_complete(assets), open_step(bigint), escalation_days(), begin_chain(bigint), submit_proposals(jsonb) from public;
grant execute on function submit_proposals(jsonb) to daicho_write;
