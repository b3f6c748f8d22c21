-- Who has to approve what, and who could (domain §6). lib/domain/approval-chain.ts and loosening.ts compute the same
-- for display; approval-chain.db.test.ts holds both equal.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* The roles that may do a duty, in the order in which it escalates; a school has its own line. */
create function duty_roles(duty text, category text) returns text[]
language plpgsql immutable parallel safe set search_path from current as $$
begin
  return case
    when duty in ('manager', 'accepting') and category = 'school' then array['assetManager', 'educationOfficer', 'educationChief']
    when duty in ('manager', 'accepting') then array['assetManager', 'bureauOfficer', 'chiefOfficer']
    when duty = 'officer' then array['bureauOfficer', 'chiefOfficer']
    when duty = 'educationChief' then array['educationChief']
    when duty = 'ciso' then array['ciso'] end;
end $$;

/*
 * Everybody who could decide a duty over a department today, in their own post or in one they stand in for.
 * absent: the post's holder is away for the day, whether or not somebody stands in.
 */
create function deciders(duty text, department bigint)
returns table (person_id bigint, grant_id bigint, on_behalf_of bigint, rank integer, absent boolean)
language plpgsql stable security definer set search_path from current as $$
declare
  today constant date := app_today();
begin
  return query
    with posts as materialized (
      select g.id, g.person_id as holder, array_position(duty_roles(deciders.duty, d.category_code), g.role) as place
      from departments d
      join grants g on g.role = any (duty_roles(deciders.duty, d.category_code))
      join people p on p.id = g.person_id and (p.ended_on is null or p.ended_on > today)
      where d.id = department
        and g.valid_from <= today and (g.until is null or g.until >= today) and (g.ended_on is null or g.ended_on > today)
        and (g.scope_kind = 'everything'
          or g.scope_kind = 'schools' and d.category_code = 'school'
          or g.scope_kind = 'executiveBody' and g.executive_body_code = d.executive_body_code
          or g.scope_kind = 'department' and exists (
            select from department_lines l where l.ancestor_id = g.department_id and l.department_id = d.id)))
    select o.holder, o.id, null::bigint, o.place, exists (
      select from deputies a where a.grant_id = o.id and today between a.valid_from and a.until
        and (a.ended_on is null or a.ended_on > today))
    from posts o
    union all
    select a.deputy_id, o.id, o.holder, o.place, false
    from posts o join deputies_in_force() a on a.grant_id = o.id
    join people p on p.id = a.deputy_id and (p.ended_on is null or p.ended_on > today);
end $$;

/* Whom somebody stands in for today, in whatever post. */
create function standing_in_for(person bigint) returns bigint[]
language plpgsql stable security definer set search_path from current as $$
begin
  if not exists (select from deputies where deputy_id = person) then return '{}'; end if;
  return array(select distinct principal_id from deputies_in_force() where deputy_id = person);
end $$;

create function may_decide_step(step bigint, person bigint, by_grant bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (
    select from approval_steps s cross join lateral deciders(s.duty, s.department_id) x
    where s.id = step and x.person_id = person and x.grant_id = by_grant);
end $$;

/* Did either of them decide another step of this approval? The two heads of one transfer may be the same person. */
create function decided_before(step bigint, person bigint, principal bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (
    select from approval_steps s
    join approval_steps e on e.proposal_id = s.proposal_id and e.generation = s.generation and e.id <> s.id
      and e.state = 'approved' and not (e.duty = 'manager' and s.duty = 'accepting')
    where s.id = step
      and (person in (e.decided_by, e.decided_for) or principal in (e.decided_by, e.decided_for)));
end $$;

/* The deciders of a step without those who submitted it, stand in for whoever did, or decided a step before. */
create function eligible_deciders(step bigint)
returns table (person_id bigint, grant_id bigint, on_behalf_of bigint, rank integer, absent boolean)
language plpgsql stable security definer set search_path from current as $$
declare
  of_step constant approval_steps := (select s from approval_steps s where s.id = step);
  submitter constant bigint := (select p.submitted_by from proposals p where p.id = of_step.proposal_id);
begin
  return query
    select x.* from deciders(of_step.duty, of_step.department_id) x
    where x.person_id <> submitter and x.on_behalf_of is distinct from submitter
      and submitter <> all (standing_in_for(x.person_id))
      and not decided_before(step, x.person_id, x.on_behalf_of);
end $$;

/* Up to which rank a step is listed: the lowest with somebody who is there; 99: nobody is. */
create function opening_rank(step bigint) returns smallint
language plpgsql stable security definer set search_path from current as $$
begin
  return coalesce((select min(rank) from eligible_deciders(step) where not absent), 99);
end $$;

create function level_rank(scheme bigint, wanted_axis text, wanted_code text) returns integer
language plpgsql stable security definer set search_path from current as $$
begin
  return (select rank from levels where scheme_id = scheme and axis = wanted_axis and code = wanted_code);
end $$;

/* Does confidentiality or importance fall, or go? Another scheme counts as lowering; a first judgement lowers nothing. */
create function lowers(before jsonb, judgement jsonb) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  scheme constant bigint := (before ->> 'scheme_id')::bigint;
begin
  if judgement is null or before ->> 'classification_id' is null then return false; end if;
  if scheme is distinct from (judgement ->> 'schemeId')::bigint then return true; end if;
  return coalesce(level_rank(scheme, 'confidentiality', judgement ->> 'confidentiality'), -1)
      < coalesce(level_rank(scheme, 'confidentiality', before ->> 'confidentiality'), -1)
    or coalesce(level_rank(scheme, 'importance', judgement ->> 'importance'), -1)
      < coalesce(level_rank(scheme, 'importance', before ->> 'importance'), -1);
end $$;

/* Whose approval an item needs: manager, the accepting head of a transfer, and at most one second approver. */
create function required_duties(kind text, before jsonb, after jsonb, judgement jsonb, department bigint) returns text[]
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
    when to_top or falls and before ->> 'confidentiality' in ('3A', '3B') then array['ciso']
    when falls then array['officer']
    else '{}' end;
end $$;

/* The chain of a bundle: what its open items ask for together, with the highest second approver. */
create function chain_of(proposal bigint) returns text[]
language plpgsql stable security definer set search_path from current as $$
declare
  wanted constant text[] := array(
    select distinct d from proposal_items i join proposals p on p.id = i.proposal_id
    cross join lateral unnest(required_duties(i.kind, i.before, i.after, i.judgement, p.department_id)) d
    where i.proposal_id = proposal and i.state = 'open');
begin
  return array['manager']
    || case when 'accepting' = any (wanted) then array['accepting'] else '{}' end
    || case when 'ciso' = any (wanted) then array['ciso'] when 'educationChief' = any (wanted) then array['educationChief']
       when 'officer' = any (wanted) then array['officer'] else '{}' end;
end $$;

/* The fields that a change loosens: out of a gap as from the strictest, into a gap as to the loosest. */
create function loosened_fields(before jsonb, after jsonb) returns text[]
language plpgsql immutable parallel safe set search_path from current as $$
declare
  now constant jsonb := before || after;
  personal constant text[] := array['none', 'personal', 'sensitive', 'specific'];
  ways constant text[] := array['prohibited', 'individual', 'blanket', 'unrestricted'];
  found text[] := '{}';
begin
  if before ->> 'personal_data' is distinct from now ->> 'personal_data'
     and coalesce(array_position(personal, now ->> 'personal_data'), 0) < coalesce(array_position(personal, before ->> 'personal_data'), 4) then
    found := found || 'personal_data'::text;
  end if;
  if coalesce((now ->> 'data_subjects')::bigint, -1) < (before ->> 'data_subjects')::bigint then
    found := found || 'data_subjects'::text;
  end if;
  if before ->> 'take_out' is distinct from now ->> 'take_out'
     and coalesce(array_position(ways, now ->> 'take_out'), 5) > coalesce(array_position(ways, before ->> 'take_out'), 1) then
    found := found || 'take_out'::text;
  end if;
  if now ->> 'cloud_service' is not null then
    if (before ->> 'cloud_service', before ->> 'cloud_countries', before ->> 'cloud_standard_terms', before ->> 'cloud_approval')
       is distinct from (now ->> 'cloud_service', now ->> 'cloud_countries', now ->> 'cloud_standard_terms', now ->> 'cloud_approval') then
      found := found || 'cloud_service'::text;
    end if;
    if before ->> 'cloud_ismap' = 'true' and now ->> 'cloud_ismap' is distinct from 'true' then
      found := found || 'cloud_ismap'::text;
    end if;
  end if;
  if before ->> 'visibility' = 'restricted' and now ->> 'visibility' = 'internal' then found := found || 'visibility'::text; end if;
  if coalesce(now ->> 'disposal_due_on', '9999-12-31') > before ->> 'disposal_due_on' then found := found || 'disposal_due_on'::text; end if;
  return found;
end $$;

/* Which columns an item keeps as its base: those it changes with their companions, and those its legality depends on. */
create function before_keys(kind text, after jsonb, judged boolean) returns text[]
language plpgsql immutable parallel safe set search_path from current as $$
declare
  keys text[] := array['state', 'department_id'] || array(select jsonb_object_keys(after));
begin
  if keys && array['zone_code', 'zone_not_applicable'] then keys := keys || array['zone_code', 'zone_not_applicable']; end if;
  if keys && array['personal_data', 'my_number_use', 'data_subjects'] then
    keys := keys || array['personal_data', 'my_number_use', 'data_subjects'];
  end if;
  if exists (select from unnest(keys) k where starts_with(k, 'cloud_')) then
    keys := keys || array['cloud_service', 'cloud_ismap', 'cloud_countries', 'cloud_standard_terms', 'cloud_approval'];
  end if;
  if judged or kind = 'registration' then
    keys := keys || array['classification_id', 'scheme_id', 'confidentiality', 'integrity', 'availability', 'importance', 'audience'];
  end if;
  if kind = 'registration' then keys := keys || array['version']; end if;
  if kind = 'disposal' then
    keys := keys || array['confidentiality', 'importance', 'zone_code', 'personal_data', 'medium', 'kind_code'];
  end if;
  return array(select distinct k from unnest(keys) k order by k);
end $$;

revoke execute on function deciders(text, bigint), standing_in_for(bigint), may_decide_step(bigint, bigint, bigint),
  decided_before(bigint, bigint, bigint), eligible_deciders(bigint), opening_rank(bigint), level_rank(bigint, text, text),
  lowers(jsonb, jsonb), required_duties(text, jsonb, jsonb, jsonb, bigint), chain_of(bigint) from public;
