const written = `('asset.imported', 'asset.edited', 'import.committed')`

/** What must hold of imports whenever none is being written: SQL that names each breach; asked as the owner. */
export const importInvariants: Record<string, string> = {
  'what is not done has written nothing': `
    select i.id, i.state from imports i where i.state <> 'done' and (
      exists (select from import_written w where w.import_id = i.id) or exists (select from proposals p where p.import_id = i.id)
      or exists (select from audit_events e where e.action in ${written} and e.details ->> 'import' = i.id::text)
      or exists (select from audit_events e where e.action = 'import.committed' and e.subject_type = 'imports' and e.subject_id = i.id))`,
  'what is done has one event for each row that it wrote, and none for another': `
    select r.import_id, r.place, r.kind, count(e.id) from import_rows r join imports i on i.id = r.import_id and i.state = 'done'
    left join audit_events e on e.details ->> 'import' = r.import_id::text and e.details ->> 'place' = r.place::text
      and e.action = case r.kind when 'new' then 'asset.imported' else 'asset.edited' end
    group by 1, 2, 3 having count(e.id) <> case when r.kind in ('new', 'changed') then 1 else 0 end`,
  'what is done says so once': `
    select i.id from imports i where i.state = 'done' and 1 <> (
      select count(*) from audit_events e where e.action = 'import.committed' and e.subject_type = 'imports' and e.subject_id = i.id)`,
  'the rows that were written are those that were confirmed': `
    select i.id from imports i where i.state = 'done' and (i.rows_hash is null or import_rows_hash(i.id) <> i.rows_hash or not exists (
      select from audit_events e where e.action = 'import.confirmed' and e.subject_type = 'imports' and e.subject_id = i.id
        and e.actor_id = i.created_by and e.details ->> 'hash' = encode(i.rows_hash, 'hex') and e.details ->> 'request' = i.request::text))`,
  'a new asset is what its row says': `
    select r.import_id, r.place, w.asset_number from import_rows r join imports i on i.id = r.import_id and i.state = 'done'
    left join import_written w on w.import_id = r.import_id and w.place = r.place
    left join assets_versions v on v.number = w.asset_number and v.version = 1
    where r.kind = 'new' and (v.number is null or v.department_id <> r.department_id or v.submitted_by <> i.created_by
      or not to_jsonb(v) @> (r.defaults || r.read || r.levels))`,
  'a row is written over the very version that was shown, and writes nothing but what was shown': `
    select r.import_id, r.place, r.asset_number, x.key from import_rows r join imports i on i.id = r.import_id and i.state = 'done'
    cross join lateral jsonb_each(r.changes) x
    join assets a on a.number = r.asset_number
    left join assets_versions o on o.number = r.asset_number and o.version = r.asset_version
    left join assets_versions n on n.number = r.asset_number and n.version = r.asset_version + 1
    left join audit_events e on e.details ->> 'import' = r.import_id::text and e.details ->> 'place' = r.place::text and e.action = 'asset.edited'
    where r.kind = 'changed' and (value_says(to_jsonb(o) -> x.key) is distinct from value_says(x.value -> 0)
      or x.key <> all (r.proposes || array['confidentiality', 'integrity', 'availability', 'importance'])
        and (value_says(to_jsonb(n) -> x.key) is distinct from value_says(x.value -> 1) or n.transaction_number is distinct from e.transaction_number))`,
  'no file makes an asset that lives already under its name, department and medium': `
    with made as (
      select w.asset_number as number, v.department_id, fold_name(v.name) as name, fold_name(v.medium) as medium, l.number as at
      from import_written w join import_rows r on r.import_id = w.import_id and r.place = w.place and r.target = 'asset'
      join assets_versions v on v.number = w.asset_number and v.version = 1
      join audit_links l on l.transaction_number = v.transaction_number)
    select m.number, o.number as other from made m cross join lateral (
      select distinct on (v.number) v.* from assets_versions v join audit_links l on l.transaction_number = v.transaction_number and l.number < m.at
      where v.number <> m.number order by v.number, l.number desc, v.version desc) o
    where o.state in ('draft', 'active') and o.department_id = m.department_id and fold_name(o.name) = m.name and fold_name(o.medium) = m.medium`,
  'what waits for approval says what its row says, on the base that was shown': `
    select p.import_id, i.asset_number from proposals p join proposal_items i on i.proposal_id = p.id
    left join import_written w on w.import_id = p.import_id and w.asset_number = i.asset_number
    left join import_rows r on r.import_id = p.import_id and (r.asset_number = i.asset_number or r.place = w.place)
    where p.import_id is not null and (r.place is null or p.submitted_by <> (select created_by from imports where id = p.import_id)
      or i.kind in ('change', 'reclassification') and exists (
        select from jsonb_each(i.after) x where x.key <> all (r.proposes) or value_says(x.value) is distinct from value_says(r.changes -> x.key -> 1))
      or i.kind = 'registration' and not r.proposes @> '{state}')`,
  'an import goes from state to state as it may': `
    select import_id, before || ' > ' || after as went from import_steps_met where (before, after) not in (
      ('uploaded', 'reading'), ('uploaded', 'cancelled'), ('reading', 'uploaded'), ('reading', 'asking'), ('reading', 'previewed'),
      ('reading', 'refused'), ('reading', 'failed'), ('reading', 'cancelled'), ('asking', 'uploaded'), ('asking', 'cancelled'),
      ('previewed', 'uploaded'), ('previewed', 'queued'), ('previewed', 'cancelled'), ('queued', 'committing'), ('queued', 'cancelled'),
      ('committing', 'done'), ('committing', 'failed'), ('committing', 'cancelled'), ('committing', 'previewed'),
      ('failed', 'previewed'), ('failed', 'uploaded'))`,
  'nobody is at work on anything any more': `
    select id, state from imports where state in ('reading', 'committing') union all select import_id, 'acting' from acting_imports`,
}

/** Arranged once by a test's owner: the states that imports went through. */
export const importStepsMet = `
  create table import_steps_met (import_id bigint, before text, after text);
  create function note_import_step() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    insert into import_steps_met values (new.id, old.state, new.state);
    return null;
  end $$;
  create trigger note_step after update on imports for each row when (old.state <> new.state) execute function note_import_step()`
