-- Submitting thousands of assets takes as long a piece as a few: rows are locked by their numbers, items are built once.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* As before (002030, there called submit_proposals): the bundles of submit_proposals, without what a review adds. */
create or replace function submit_bundles(bundles jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
  permission constant text := permission_in_use();
  writable constant bigint[] := reach(permission);
  readable constant bigint[] := reach('asset.read');
  opened constant bigint[] := reach('asset.readRestricted');
  -- An array: a sub-query here is joined row by row where the planner knows nothing of the ledger's size.
  wanted constant bigint[] := array(
    select (i ->> 'number')::bigint from jsonb_array_elements(bundles) b, jsonb_array_elements(b -> 'items') i);
  submission bigint;
  bundle jsonb;
  built proposal_items[];
  of_bundle record;
  numbers bigint[];
  problems text[];
  problem text;
  refused jsonb;
  new_id bigint;
  answer jsonb := '[]';
begin
  if viewer is null or writable = '{}' then perform refuse_writing('submitting needs a permission to do so'); end if;
  perform from assets where number = any (wanted) order by number for no key update;
  -- proposal_id: for the time being, which bundle it is of.
  select array_agg(row(b.at, (x.item).place, (x.item).asset_number, (x.item).kind, (x.item).base_version, (x.item).before, (x.item).after,
      (x.item).judgement, (x.item).loosens, (x.item).state)::proposal_items),
    array_agg((x.item).asset_number), array_agg(x.problem)
  into built, numbers, problems
  from jsonb_array_elements(bundles) with ordinality b (told, at)
  cross join lateral built_items(b.told, permission, writable, readable, opened) x;
  select p.problem, jsonb_agg(p.number::text order by p.number) into problem, refused
  from unnest(problems, numbers) p (problem, number)
  where p.problem is not null
  group by p.problem
  order by array_position(array['notPermitted', 'notFound', 'ended', 'stale', 'alreadyProposed'], p.problem) limit 1;
  if found then return jsonb_build_object('refused', problem, 'numbers', refused); end if;

  submission := nextval('proposal_submissions');
  for of_bundle in
    select i.proposal_id as at, array_agg(i order by i.place) as items from unnest(built) i group by 1 order by 1
  loop
    bundle := bundles -> (of_bundle.at - 1)::integer;
    insert into proposals (submission_id, department_id, to_department_id, origin, title, items, submitted_by, submit_reason, items_hash)
    values (submission, (bundle ->> 'departmentId')::bigint, (bundle ->> 'toDepartmentId')::bigint,
      coalesce(bundle ->> 'origin', 'form'), bundle ->> 'title', cardinality(of_bundle.items), viewer,
      nullif(btrim(bundle ->> 'reason'), ''), items_hash(of_bundle.items))
    returning id into new_id;
    insert into proposal_items (proposal_id, place, asset_number, kind, base_version, before, after, judgement, loosens, state)
    select new_id, i.place, i.asset_number, i.kind, i.base_version, i.before, i.after, i.judgement, i.loosens, 'open'
    from unnest(of_bundle.items) i;
    perform begin_chain(new_id);
    answer := answer || jsonb_build_object('id', new_id::text, 'submissionId', submission::text);
  end loop;
  return answer;
end $$;
