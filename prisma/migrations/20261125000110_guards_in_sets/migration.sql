-- The ledger's guards ask once for all rows of a statement what they asked of each (docs/adr/0042-fifty-thousand-rows.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

/*
 * As guard_classification before (20261124000250), for all judgements of a statement together. It comes before copy_levels
 * (triggers of one kind run by name): what it refuses has not reached an asset.
 */
create function guard_judgements() returns trigger
language plpgsql security definer set search_path from current set enable_nestloop to on as $$
declare
  permission constant text := permission_in_use();
  viewer constant bigint := viewer_id();
  acts constant boolean := permission = 'asset.import' and acting_person() is not null;
  given record;
  item proposal_items;
begin
  if permission = 'proposal.decide' then
    for given in select * from added loop
      item := approved_item(given.asset_number);
      if item.judgement is null
         or (given.scheme_id, given.confidentiality, given.integrity, given.availability, given.importance, given.audience, given.reason, given.occasion)
           is distinct from ((item.judgement ->> 'schemeId')::bigint, item.judgement ->> 'confidentiality', item.judgement ->> 'integrity',
             item.judgement ->> 'availability', item.judgement ->> 'importance', item.judgement ->> 'audience',
             item.judgement ->> 'reason', item.judgement ->> 'occasion')
         or given.evaluator_id is distinct from (select submitted_by from proposals where id = item.proposal_id) then
        perform refuse_writing('these levels are not those that were approved');
      end if;
    end loop;
  elsif exists (
      select from added c
      where (select a.state from assets a where a.number = c.asset_number) is distinct from 'draft'
        or not (acts and c.occasion = 'import' or permission in ('asset.create', 'asset.edit', 'standardLedger.derive'))
        or (select true from proposal_items i where i.asset_number = c.asset_number and i.state in ('open', 'approved'))
        or c.evaluator_id is distinct from viewer) then
    perform refuse_writing('this asset may not be classified now');
  elsif permission = 'standardLedger.derive' and exists (
      select from added c where not exists (
        select from assets a join standard_assets s on s.id = a.standard_asset_id
        where a.number = c.asset_number and (s.scheme_id, s.importance) = (c.scheme_id, c.importance))) then
    perform refuse_writing('who derives gives the level of the standard ledger');
  end if;
  if exists (
      select from (select distinct scheme_id, occasion from added) c
      where not exists (select from classification_schemes s where s.id = c.scheme_id
        and (s.status = 'inForce' or acts and c.occasion = 'import' and s.status = 'retired'))) then
    perform refuse_writing('levels are given under a scheme in force');
  end if;
  return null;
end $$;
drop trigger guard on classifications;
drop function guard_classification();
create trigger check_judgements after insert on classifications referencing new table as added
  for each statement execute function guard_judgements();
-- However large the ledger, assets are found by their numbers.
alter function copy_levels() set enable_nestloop to on;

/* As before (20261124000050), for whoever adds by hand; what the door of an import adds is asked by guard_imported_assets. */
create or replace function guard_new_asset() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
begin
  if viewer is null then perform refuse_writing('nobody is signed in'); end if;
  if new.state <> 'draft' or new.registered_by is not null then perform refuse_writing('a new asset begins as a draft'); end if;
  if new.classification_id is not null or num_nonnulls(new.confidentiality, new.integrity, new.availability, new.importance) > 0 then
    perform refuse_writing('a new asset begins as an unclassified draft');
  end if;
  new.number := nextval('asset_numbers');
  new.updated_at := app_now();
  new.version := 1;
  new.submitted_by := viewer;
  new.updated_by := viewer;
  return new;
end $$;

/* Imported assets come whole: with their number and their judgement, from whom the door acts for. Asked once a statement. */
create function guard_imported_assets() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  acting constant bigint := acting_person();
begin
  if acting is null then perform refuse_writing('nobody is signed in'); end if;
  if exists (
      select from added a
      where a.state <> 'draft' or a.registered_by is not null or a.version <> 1
        or a.submitted_by is distinct from acting or a.updated_by is distinct from acting
        or (a.classification_id is null) <> (num_nonnulls(a.confidentiality, a.integrity, a.availability, a.importance) = 0)) then
    perform refuse_writing('an imported asset begins as a draft of who imports it, levels come with a classification');
  end if;
  return null;
end $$;

/*
 * Which of the two asks is no setting's word: only inside of a door, whose text nobody else writes, is the current user the
 * owner of the ledger. Whoever sets app.permission by hand meets the guard of each row as ever.
 */
do $$
declare
  inside constant text := format('(current_user = %L and current_setting(''app.permission'', true) is not distinct from ''asset.import'')', current_user);
begin
  execute format('create or replace trigger guard_new before insert on assets for each row when (not %s) execute function guard_new_asset()', inside);
  execute format('create trigger guard_imported after insert on assets referencing new table as added for each statement when %s execute function guard_imported_assets()', inside);
end $$;
