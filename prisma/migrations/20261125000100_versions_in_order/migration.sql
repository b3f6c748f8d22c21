-- Versions of a row form a chain that is declared as keys, instead of excluding each other by a GiST index, which cost nine
-- tenths of writing them (docs/adr/0042-fifty-thousand-rows.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

/* As before (000620), with keep_versions_in_order in place of the exclusion constraint. */
create or replace function keep_versions_table(audited regclass, keys text[]) returns void
language plpgsql volatile set search_path from current as $$
declare
  base constant text := (select relname from pg_class where oid = audited);
  kept constant text := base || '_versions';
  by_key constant text := (select string_agg(quote_ident(k), ', ') from unnest(keys) k);
  col record;
begin
  if to_regclass(quote_ident(kept)) is null then
    execute format($sql$create table %1$I (
      version_id bigint generated always as identity primary key,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      transaction_number bigint not null,
      ended_transaction_number bigint,
      row_hash bytea not null,
      check (recorded_to > recorded_from),
      check ((recorded_to is null) = (ended_transaction_number is null)))$sql$, kept);
  end if;
  execute format('alter table %I add column if not exists follows timestamptz', kept);
  for col in
    select attname, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = audited and attname = any(stored_columns(audited))
      and attname not in (select a.attname from pg_attribute a where a.attrelid = quote_ident(kept)::regclass)
    order by attnum
  loop
    execute format('alter table %I add column %I %s', kept, col.attname, col.type);
  end loop;
  perform keep_versions_in_order(base, keys);
  if exists (select from pg_trigger where tgrelid = quote_ident(kept)::regclass and tgname = 'keep_whole') then return; end if;
  execute format('create index on %I (%s, recorded_from)', kept, by_key);
  execute format('create index on %I (transaction_number)', kept);
  execute format('create index on %I (ended_transaction_number) where ended_transaction_number is not null', kept);
  execute format('alter table %I enable row level security', kept);
  execute format('alter table %I force row level security', kept);
  execute format('create policy owner on %I to current_user using (true) with check (true)', kept);
  execute format('grant select on %I to daicho_read, daicho_write', kept);
  execute format('create trigger keep before update or delete on %I for each row when (old.recorded_to is not null) execute function refuse_rewriting_history()', kept);
  execute format('create trigger keep_open before delete on %I for each row when (old.recorded_to is null) execute function refuse_rewriting_history()', kept);
  execute format('create trigger keep_whole before truncate on %I for each statement execute function refuse_rewriting_history()', kept);
end $$;

/*
 * Versions of a row never overlap: each but the first begins no earlier than one of the same row has ended, which nothing
 * else follows; nothing follows a version that is open. So they are one chain, each longer than no time, and at most its last
 * is open. In place of the exclusion constraint where there is one.
 */
create function keep_versions_in_order(base text, keys text[]) returns void
language plpgsql volatile set search_path from current as $$
declare
  kept constant text := base || '_versions';
  by_key constant text := (select string_agg(quote_ident(k), ', ') from unnest(keys) k);
  lasting constant text[] := array['version_id', 'recorded_from', 'follows', 'transaction_number', 'row_hash'] || keys;
begin
  if exists (select from pg_constraint where conrelid = quote_ident(kept)::regclass and conname = kept || '_follow') then return; end if;
  if exists (select from pg_constraint where conrelid = quote_ident(kept)::regclass and contype = 'x') then
    execute format('alter table %I disable trigger keep', kept);
    execute format($sql$
      update %1$I v set follows = w.follows
      from (select version_id, lag(recorded_to) over (partition by %2$s order by recorded_from) as follows from %1$I) w
      where w.version_id = v.version_id and w.follows is not null$sql$, kept, by_key);
    execute format('alter table %I enable trigger keep', kept);
    execute format('alter table %I drop constraint %I', kept, base || '_versions_never_overlap');
  end if;
  execute format('alter table %I add constraint %I unique (%s, recorded_to)', kept, kept || '_end', by_key);
  execute format('create unique index %I on %I (%s) where follows is null', kept || '_first', kept, by_key);
  execute format('create unique index %I on %I (%s, follows) where follows is not null', kept || '_next', kept, by_key);
  execute format('alter table %I add constraint %I check (recorded_from >= follows)', kept, kept || '_follow_on');
  execute format('alter table %1$I add constraint %2$I foreign key (%3$s, follows) references %1$I (%3$s, recorded_to)', kept, kept || '_follow', by_key);
  -- Of an open version nothing changes but that it ends.
  execute format('create trigger keep_begun before update on %I for each row when (row(%s) is distinct from row(%s)) execute function refuse_rewriting_history()',
    kept, (select string_agg(format('old.%I', c), ', ') from unnest(lasting) c), (select string_agg(format('new.%I', c), ', ') from unnest(lasting) c));
end $$;

/*
 * As before (000620). Rows are fetched one by one by their key, however large the table, and their stored columns only:
 * what is generated is not even read. Of rows that were just added no version is open that would have to end.
 */
create function versioning_statement(audited regclass, keys text[], touched text, are_new boolean) returns text
language plpgsql stable set search_path from current as $$
declare
  base constant text := (select relname from pg_class where oid = audited);
  stored constant text[] := stored_columns(audited);
  names constant text := (select string_agg(quote_ident(c), ', ') from unnest(stored) c);
  by_key constant text := (select string_agg(quote_ident(k), ', ') from unnest(keys) k);
  of_touched constant text := (select string_agg(format('b.%1$I = t.%1$I', c), ' and ') from unnest(keys) c);
  same_key constant text := (select string_agg(format('v.%1$I = k.%1$I', c), ' and ') from unnest(keys) c);
begin
  return format($sql$
    with touched as materialized (%1$s),
    present as materialized (
      select b.*, sha256(convert_to(jsonb_strip_nulls(to_jsonb(b))::text, 'UTF8')) as new_hash
      from touched t cross join lateral (select %2$s from %3$I b where %4$s offset 0) b),
    %5$s
    opening as (
      insert into %6$I (%2$s, recorded_from, follows, transaction_number, row_hash)
      select %7$s, greatest($1, %8$s), %8$s, $2, k.new_hash
      from present k %9$s
      cross join lateral (
        select max(v.recorded_to) as ended, bool_or(v.recorded_to is null and v.row_hash = k.new_hash) as holds
        from %6$I v where %10$s) earlier
      where earlier.holds is not true
      returning 1)
    select %11$s (select count(*) from opening)$sql$,
    touched, names, base, of_touched,
    case when are_new then '' else format($sql$
    held as materialized (
      select v.version_id from touched k left join present p using (%1$s)
      cross join lateral (select v.version_id, v.row_hash from %2$I v where %3$s and v.recorded_to is null offset 0) v
      where v.row_hash is distinct from p.new_hash),
    ending as (
      update %2$I v set recorded_to = greatest($1, v.recorded_from + interval '1 microsecond'), ended_transaction_number = $2
      where v.version_id = any (array(select h.version_id from held h))
      returning %4$s, v.recorded_to),$sql$, by_key, base || '_versions', same_key, (select string_agg(format('v.%I', k), ', ') from unnest(keys) k)) end,
    base || '_versions', (select string_agg(format('k.%I', c), ', ') from unnest(stored) c),
    case when are_new then 'earlier.ended' else 'greatest(e.recorded_to, earlier.ended)' end,
    case when are_new then '' else format('left join ending e using (%s)', by_key) end, same_key,
    case when are_new then '' else '(select count(*) from ending) +' end);
end $$;

/* The functions and triggers that keep versions, and what they tell the trail; anew when columns were added. */
create function keep_versions_by_triggers(audited regclass, keys text[]) returns void
language plpgsql volatile set search_path from current as $$
declare
  base constant text := (select relname from pg_class where oid = audited);
  by_key constant text := (select string_agg(quote_ident(k), ', ') from unnest(keys) k);
  as_text constant text := (select string_agg(format('%I::text', k), ' || ''/'' || ') from unnest(keys) k);
  event record;
begin
  for event in
    select * from (values
      ('insert', 'new_rows', 'new table as new_rows', 'select %1$s from new_rows'),
      ('update', 'new_rows', 'old table as old_rows new table as new_rows', 'select %1$s from new_rows union select %1$s from old_rows'),
      ('delete', 'old_rows', 'old table as old_rows', 'select %1$s from old_rows')) e (name, rows, tables, touched)
  loop
    execute format($sql$
      create or replace function %1$I() returns trigger
      language plpgsql volatile security definer set search_path from current set timezone to 'UTC' set enable_nestloop to on
      set work_mem to '32MB' as $body$
      declare
        mine bigint;
        kept bigint;
      begin
        if not exists (select from %2$s) then return null; end if;
        mine := current_audit_transaction();
        -- planned anew each time: a plan made for one row would take hours for a city's ledger
        execute %3$L into kept using app_now(), mine;
        if kept > 0 then
          insert into audit_row_digests (transaction_number, table_name) values (mine, %4$L) on conflict do nothing;
        end if;
        return null;
      end $body$ $sql$, base || '_versions_on_' || event.name, event.rows,
      versioning_statement(audited, keys, format(event.touched, by_key), event.name = 'insert'), base);
    execute format('create or replace trigger keep_versions_on_%1$s after %1$s on %2$I referencing %3$s for each statement execute function %4$I()',
      event.name, base, event.tables, base || '_versions_on_' || event.name);
  end loop;
  perform keep_changes_function(base, stored_columns(audited), as_text);
end $$;

/* Keeps full versions of a table from now on; again after a later migration has changed its columns. */
create or replace function keep_versions(audited regclass) returns void
language plpgsql volatile set search_path from current as $$
declare
  base constant text := (select relname from pg_class where oid = audited);
  keys constant text[] := key_columns(audited);
begin
  if keys is null then raise exception '% has no primary key', base; end if;
  perform keep_versions_table(audited, keys);
  insert into audited_tables values (base, keys) on conflict (table_name) do update set key_columns = excluded.key_columns;
  perform keep_versions_by_triggers(audited, keys);
  execute format('create or replace trigger keep_versions_whole before truncate on %I for each statement execute function refuse_rewriting_history()', base);
  perform start_versions(audited, keys);
end $$;

/* As before (000620): the rows that are there already get their first version, recorded as an event like any other. */
create or replace function start_versions(audited regclass, keys text[]) returns void
language plpgsql volatile set search_path from current set timezone to 'UTC' as $$
declare
  base constant text := (select relname from pg_class where oid = audited);
  statement constant text := versioning_statement(audited, keys,
    format('select %s from %I', (select string_agg(quote_ident(k), ', ') from unnest(keys) k), base), false);
  kept bigint;
begin
  execute statement into kept using app_now(), current_audit_transaction();
  if kept > 0 then
    insert into audit_row_digests (transaction_number, table_name) values (current_audit_transaction(), base) on conflict do nothing;
  end if;
  perform record_events(jsonb_build_array(jsonb_build_object('action', 'versions.started', 'subjectType', base,
    'details', jsonb_build_object('rows', kept))));
end $$;
drop function versioning_statement(regclass, text[], text);

/* [null, value] of each stored column that holds something, by name: half of the columns at a time, for no call takes a hundred. */
create function added_columns(base text, stored text[]) returns text
language sql stable set search_path from current as $$
  select string_agg(part, ' || ') from (
    select format('jsonb_strip_nulls(jsonb_build_object(%s))', string_agg(format('%1$L, case when v.%1$I is not null then jsonb_build_array(null, v.%1$I) end', c), ', ')) as part
    from unnest(stored) with ordinality s (c, place)
    where not exists (select from pg_attribute a where a.attrelid = quote_ident(base)::regclass and a.attname = c and a.atttypid = 'jsonb'::regtype)
    group by place / 40
    union all
    -- Within these, nothing that is null is taken out.
    select format('case when v.%1$I <> ''null'' then jsonb_build_object(%1$L, jsonb_build_array(null, v.%1$I)) else ''{}'' end', c)
    from unnest(stored) c
    where exists (select from pg_attribute a where a.attrelid = quote_ident(base)::regclass and a.attname = c and a.atttypid = 'jsonb'::regtype)) parts
$$;

/*
 * As before (000620): <table>_changes(transaction, keys, places), for each row that the transaction changed, what; at its
 * first place. {field: [before, after]} as changed_fields says it, without calling it row by row; of rows that have one
 * version, and it is the transaction's own, straight from their columns.
 */
create or replace function keep_changes_function(base text, stored text[], as_text text) returns void
language plpgsql volatile set search_path from current as $$
begin
  execute format($sql$
    create or replace function %1$I(mine bigint, keys text[], places bigint[]) returns table (place bigint, changes jsonb)
    language sql stable set search_path from current set timezone to 'UTC'
    set enable_seqscan to off set enable_nestloop to off set work_mem to '32MB' as $body$
      with asked as materialized (
        select key, min(place) as place from unnest(keys, places) a (key, place) where key is not null group by key),
      moved as materialized (
        select %2$s as key, v.version_id, v.transaction_number = mine as is_mine, v.recorded_to is null as holds
        from %4$I v where v.transaction_number = mine or v.ended_transaction_number = mine),
      counted as materialized (
        select key, bool_and(is_mine and holds) as is_new, min(version_id) filter (where not is_mine) as before,
          min(version_id) filter (where holds) as after
        from moved group by key)
      select a.place, %5$s
      from asked a join counted c using (key) join %4$I v on v.transaction_number = mine and v.version_id = c.after and c.is_new
      union all
      select a.place, (
        select coalesce(jsonb_object_agg(f.name, jsonb_build_array(t.before -> f.name, t.after -> f.name)), '{}')
        from jsonb_object_keys(coalesce(t.before, '{}') || coalesce(t.after, '{}')) f (name)
        where coalesce(t.before -> f.name, 'null') is distinct from coalesce(t.after -> f.name, 'null'))
      from asked a join counted c using (key)
      cross join lateral (select
        (select to_jsonb(v) - %3$L::text[] from %4$I v where v.version_id = c.before) as before,
        (select to_jsonb(v) - %3$L::text[] from %4$I v where v.version_id = c.after) as after offset 0) t
      where not c.is_new
    $body$ $sql$, base || '_changes', as_text,
    array['version_id', 'recorded_from', 'recorded_to', 'follows', 'transaction_number', 'ended_transaction_number', 'row_hash'], base || '_versions',
    added_columns(base, stored));
  execute format('revoke execute on function %I(bigint, text[], bigint[]) from public', base || '_changes');
end $$;

revoke execute on function keep_versions_in_order(text, text[]), versioning_statement(regclass, text[], text, boolean),
  keep_versions_by_triggers(regclass, text[]), added_columns(text, text[]) from public;

do $$
declare
  audited audited_tables;
begin
  for audited in select * from audited_tables order by table_name loop
    execute format('alter table %I add column follows timestamptz', audited.table_name || '_versions');
    perform keep_versions_in_order(audited.table_name, audited.key_columns);
    perform keep_versions_by_triggers(quote_ident(audited.table_name)::regclass, audited.key_columns);
  end loop;
end $$;
