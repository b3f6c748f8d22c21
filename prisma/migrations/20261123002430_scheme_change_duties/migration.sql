-- Whose approval a change of scheme needs: a second approver always, the CISO where levels fall from the strictest ones.
select set_config('search_path', current_schema() || ', pg_temp', false);

/*
 * Does confidentiality fall from 3A, 3B, or from the strictest level of an earlier version? Between two versions it falls
 * to at most what the mapping makes of a lower level, unless the mapping makes it of this one: ranks of two versions say
 * nothing about one another. Where there is no mapping, another scheme counts as falling (lib/domain/approval-chain.ts).
 */
create function falls_from_strictest(before jsonb, judgement jsonb) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  from_scheme constant bigint := (before ->> 'scheme_id')::bigint;
  to_scheme constant bigint := (judgement ->> 'schemeId')::bigint;
  was constant text := before ->> 'confidentiality';
  becomes constant text := judgement ->> 'confidentiality';
begin
  if was is null or not lowers(before, judgement) then return false; end if;
  if from_scheme = to_scheme or not exists (
       select from scheme_mappings m where m.from_scheme_id = from_scheme and m.to_scheme_id = to_scheme) then
    return was in ('3A', '3B');
  end if;
  return (
    select (was in ('3A', '3B') or coalesce(bool_and(m.was_rank <= known.rank), false))
      and not coalesce(bool_or(m.from_code = was and m.to_code = becomes), false)
      and coalesce(level_rank(to_scheme, 'confidentiality', becomes), -1)
        <= coalesce(max(m.becomes_rank) filter (where m.was_rank < known.rank), -1)
    from (select coalesce(level_rank(from_scheme, 'confidentiality', was), -1) as rank) known
    left join (
      select l.from_code, l.to_code, level_rank(from_scheme, 'confidentiality', l.from_code) as was_rank,
        level_rank(to_scheme, 'confidentiality', l.to_code) as becomes_rank
      from scheme_mappings l where l.from_scheme_id = from_scheme and l.to_scheme_id = to_scheme and l.axis = 'confidentiality') m on true
    group by known.rank);
end $$;

/* Whose approval an item needs: manager, the accepting head of a transfer, and at most one second approver. */
create or replace function required_duties(kind text, before jsonb, after jsonb, judgement jsonb, department bigint) returns text[]
language plpgsql stable security definer set search_path from current as $$
declare
  first constant text[] := case when kind = 'transfer' then array['manager', 'accepting'] else array['manager'] end;
  school constant boolean := exists (select from departments where id = department and category_code = 'school');
  falls constant boolean := lowers(before, judgement);
  was_top constant boolean := kind <> 'registration'
    and coalesce(before ->> 'confidentiality' = '3A' or before ->> 'importance' = 'I', false);
  levels constant jsonb := coalesce(judgement, case when kind = 'registration' then before end);
  to_top constant boolean := not was_top
    and coalesce(levels ->> 'confidentiality' = '3A', false) or not was_top and coalesce(levels ->> 'importance' = 'I', false);
begin
  return first || case
    when school then case when falls or to_top then array['educationChief'] else '{}' end
    when to_top or falls_from_strictest(before, judgement) then array['ciso']
    when falls then array['officer']
    else '{}' end;
end $$;

revoke execute on function falls_from_strictest(jsonb, jsonb) from public;
