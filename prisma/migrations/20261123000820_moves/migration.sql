-- Reorganisation: assets of a closed department go to its successors, also those that the mover may not read.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Moves current assets of a department to a recorded successor; null numbers: all of them. Answers which moved. */
create function move_to_successor(from_department bigint, to_department bigint, wanted bigint[])
returns setof bigint
language plpgsql volatile security definer set search_path from current as $$
begin
  if permission_in_use() <> 'asset.moveToSuccessor'
     or not array[from_department, to_department] <@ reach('asset.moveToSuccessor') then
    perform refuse_writing('moving assets needs asset.moveToSuccessor');
  end if;
  return query
    update assets set department_id = to_department
    where department_id = from_department and state in ('draft', 'active')
      and (wanted is null or number = any (wanted))
    returning number;
end $$;

/* Closed departments that still hold assets, with their successors. 関係者限り ones are counted, not named. */
create function pending_moves() returns jsonb
language sql stable security definer set search_path from current as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', d.id::text, 'name', d.name, 'closedOn', d.valid_to,
    'assets', (select coalesce(jsonb_agg(jsonb_build_object('number', a.number::text, 'name', a.name) order by a.number), '[]')
      from assets a where a.department_id = d.id and a.state in ('draft', 'active') and a.visibility = 'internal'),
    'withheld', (select count(*) from assets a
      where a.department_id = d.id and a.state in ('draft', 'active') and a.visibility = 'restricted'),
    'successors', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id::text, 'name', t.name) order by t.code), '[]')
      from department_successions s join departments t on t.id = s.to_id where s.from_id = d.id)) order by d.code), '[]')
  from departments d
  where d.id = any ((select reach('asset.moveToSuccessor'))::bigint[]) and d.valid_to < app_today()
    and exists (select from assets a where a.department_id = d.id and a.state in ('draft', 'active'))
$$;
revoke execute on function move_to_successor(bigint, bigint, bigint[]) from public;
grant execute on function move_to_successor(bigint, bigint, bigint[]) to daicho_write;
