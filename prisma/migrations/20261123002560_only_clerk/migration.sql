-- Whoever names a deputy is warned when that is the only clerk: what they submit themselves they can't approve.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Is this person the only one with a clerk's role in the department of a post? False without the right to name deputies. */
create function is_only_clerk(post bigint, person bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  today constant date := app_today();
  place constant bigint := (select g.department_id from grants g where g.id = post);
  clerks constant bigint[] := array(
    select distinct g.person_id from grants g join people p on p.id = g.person_id and (p.ended_on is null or p.ended_on > today)
    where g.role = 'assetClerk' and g.department_id = place and grant_in_force(g, today));
begin
  return (holds('deputy.name') or holds('grant.manageApprovers')) and clerks = array[person];
end $$;

revoke execute on function is_only_clerk(bigint, bigint) from public;
grant execute on function is_only_clerk(bigint, bigint) to daicho_write;
