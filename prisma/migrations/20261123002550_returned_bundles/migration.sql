-- A returned bundle waits until each of its assets was submitted again, and says which are left.
select set_config('search_path', current_schema() || ', pg_temp', false);

/*
 * Of what was returned: each asset that was neither submitted anew nor has ended since. A merge is one act: with one of its
 * assets submitted again it is answered.
 */
create function left_to_mend(wanted bigint) returns table (number bigint, name text, place integer)
language plpgsql stable security definer set search_path from current as $$
begin
  return query
    select i.asset_number, a.name, i.place::integer from proposal_items i join assets a on a.number = i.asset_number
    where i.proposal_id = wanted and a.state in ('draft', 'active')
      and not exists (select from proposal_items n where n.proposal_id > wanted and (n.asset_number = i.asset_number
        or i.kind = 'merge' and n.asset_number in (select o.asset_number from proposal_items o where o.proposal_id = wanted)));
end $$;

/* Was all of what was returned taken up again: submitted anew, or its asset ended? */
create or replace function answered_again(proposal bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return not exists (select from left_to_mend(proposal));
end $$;

/* As before; of the viewer's own that was returned also what is left to mend, from the same place on. */
create or replace function proposal_detail(id bigint, after_place integer, page_size integer) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  is_own constant boolean := exists (select from proposals p
    where p.id = proposal_detail.id and p.state = 'returned' and p.submitted_by = permitted_viewer_id());
begin
  if not proposal_in_reach(id) then return null; end if;
  return proposal_json(id, items_json(id, null, after_place, page_size)) || case when is_own then jsonb_build_object(
    'toMend', (
      select coalesce(jsonb_agg(jsonb_build_object('number', m.number::text, 'name', m.name) order by m.place), '[]')
      from (select l.* from left_to_mend(id) l where l.place > after_place order by l.place limit page_size) m),
    'toMendCount', (select count(*) from left_to_mend(id))) else '{}' end;
end $$;

/* Why the newest submission of an asset was returned, while nothing was submitted since; null when there is nothing to mend. */
create function returned_of_asset(asset bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  if not asset_in_reach(asset) then return null; end if;
  return (
    select jsonb_build_object('proposalId', p.id::text, 'reason', s.reason, 'decidedBy', person_name(s.decided_by),
      'decidedFor', person_name(s.decided_for), 'decidedAt', s.decided_at)
    from proposals p join approval_steps s on s.proposal_id = p.id and s.state = 'returned'
    where p.id = (select max(i.proposal_id) from proposal_items i where i.asset_number = asset)
      and p.state = 'returned' and p.decided_at > app_now() - interval '30 days'
      and exists (select from left_to_mend(p.id) l where l.number = asset)
    order by s.id desc limit 1);
end $$;

revoke execute on function left_to_mend(bigint), returned_of_asset(bigint) from public;
grant execute on function returned_of_asset(bigint) to daicho_read, daicho_write;
