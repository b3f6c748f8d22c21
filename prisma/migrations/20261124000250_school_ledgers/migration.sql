-- Schools: whoever keeps the standard ledger derives a school's ledger from it; the head of the school approves.
select set_config('search_path', current_schema() || ', pg_temp', false);

insert into role_permissions (role, permission) values ('educationOfficer', 'standardLedger.derive');
select record_events('[{"action": "permissions.loaded", "subjectType": "role_permissions"}]');

/* A row of the standard ledger becomes a school's draft, and nothing else does. */
create policy asset_derivers on assets for insert to daicho_write
  with check (permission_in_use() = 'standardLedger.derive' and scheme_family = 'education'
    and department_id = any ((select reach('standardLedger.derive'))::bigint[])
    and exists (select from standard_assets s where s.id = standard_asset_id and s.name = assets.name));

create policy classification_derivers on classifications for insert to daicho_write
  with check (permission_in_use() = 'standardLedger.derive' and exists (
    select from assets a where a.number = asset_number and a.standard_asset_id is not null
      and a.department_id = any ((select reach('standardLedger.derive'))::bigint[])));

/* As before (20261124000050), and who derives may classify the draft that comes of it, with the level of its row. */
create or replace function guard_classification() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  permission constant text := permission_in_use();
  asset_state constant text := (select state from assets where number = new.asset_number);
  imports constant boolean := permission = 'asset.import' and acting_person() is not null and new.occasion = 'import';
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
  elsif asset_state is distinct from 'draft' or not (imports or permission in ('asset.create', 'asset.edit', 'standardLedger.derive')) or has_open_item(new.asset_number)
     or new.evaluator_id is distinct from viewer_id() then
    perform refuse_writing('this asset may not be classified now');
  elsif permission = 'standardLedger.derive' and not exists (
      select from assets a join standard_assets s on s.id = a.standard_asset_id
      where a.number = new.asset_number and (s.scheme_id, s.importance) = (new.scheme_id, new.importance)) then
    perform refuse_writing('who derives gives the level of the standard ledger');
  end if;
  if not exists (select from classification_schemes where id = new.scheme_id and (status = 'inForce' or imports and status = 'retired')) then
    perform refuse_writing('levels are given under a scheme in force');
  end if;
  return new;
end $$;

/* What it was, with one more way to submit a registration (lib/domain/access.ts). */
alter function kind_permissions(text) rename to usual_kind_permissions;
create function kind_permissions(kind text) returns text[]
language sql immutable parallel safe set search_path from current as $$
  select usual_kind_permissions(kind) || case when kind = 'registration' then array['standardLedger.derive'] else '{}' end
$$;
revoke execute on function kind_permissions(text) from public;
