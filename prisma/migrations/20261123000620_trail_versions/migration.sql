-- Full versions of every table that a past screen needs (decision 9): select keep_versions('assets').
select set_config('search_path', current_schema() || ', pg_temp', false);

/* The stored columns of a table in order; generated ones follow from them. */
create function stored_columns(audited regclass) returns text[]
language sql stable set search_path from current as $$
  select array_agg(attname::text order by attnum) from pg_attribute
  where attrelid = audited and attnum > 0 and not attisdropped and attgenerated = ''
$$;

/* Its primary key, from the catalogue. */
create function key_columns(audited regclass) returns text[]
language sql stable set search_path from current as $$
  select array_agg(a.attname::text order by array_position(i.indkey::smallint[], a.attnum))
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
  where i.indrelid = audited and i.indisprimary
$$;

/* Creates <table>_versions, or adds the columns that the table has got since. */
create function keep_versions_table(audited regclass, keys text[]) returns void
language plpgsql volatile set search_path from current as $$
declare
  base constant text := (select relname from pg_class where oid = audited);
  kept constant text := base || '_versions';
  one_number constant boolean := cardinality(keys) = 1 and exists (select from pg_attribute
    where attrelid = audited and attname = keys[1] and atttypid in ('int8'::regtype, 'int4'::regtype));
  spot constant text := case when one_number then format('%I::bigint', keys[1])
    else format('(hashtextextended(%s, 0) >> 1)', (select string_agg(format('%I::text', k), ' || ''/'' || ') from unnest(keys) k)) end;
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
  for col in
    select attname, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = audited and attname = any(stored_columns(audited))
      and attname not in (select a.attname from pg_attribute a where a.attrelid = quote_ident(kept)::regclass)
    order by attnum
  loop
    execute format('alter table %I add column %I %s', kept, col.attname, col.type);
  end loop;
  if exists (select from pg_constraint where conrelid = quote_ident(kept)::regclass and contype = 'x') then return; end if;
  -- core GiST has no operator for "the same number": a range of one number overlaps only itself
  execute format('alter table %I add constraint %I exclude using gist (int8range(%s, %3$s, ''[]'') with &&, tstzrange(recorded_from, recorded_to) with &&)',
    kept, base || '_versions_never_overlap', spot);
  execute format('create index on %I (%s, recorded_from)', kept, (select string_agg(quote_ident(k), ', ') from unnest(keys) k));
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
 * The statement that brings the versions of the rows in `touched` (a query of keys) up to the table: ends what no
 * longer holds, opens what holds now. Compares with the table itself, so the order of triggers does not matter.
 * Never before the row's previous version: also when transactions overlap or the clock is moved.
 * $1: the moment, $2: the transaction. Answers how many versions it ended and opened.
 */
create function versioning_statement(audited regclass, keys text[], touched text) returns text
language plpgsql stable set search_path from current as $$
declare
  base constant text := (select relname from pg_class where oid = audited);
  stored constant text[] := stored_columns(audited);
  names constant text := (select string_agg(quote_ident(c), ', ') from unnest(stored) c);
  generated constant text[] := array(select attname::text from pg_attribute
    where attrelid = audited and attnum > 0 and not attisdropped and attgenerated <> '');
  by_key constant text := (select string_agg(quote_ident(k), ', ') from unnest(keys) k);
  same_key constant text := (select string_agg(format('v.%1$I = k.%1$I', c), ' and ') from unnest(keys) c);
begin
  return format($sql$
    with touched as (%1$s),
    present as (
      select b.*, sha256(convert_to(jsonb_strip_nulls(to_jsonb(b) - %2$L::text[])::text, 'UTF8')) as new_hash
      from %3$I b join touched using (%4$s)),
    ending as (
      update %5$I v set recorded_to = greatest($1, v.recorded_from + interval '1 microsecond'), ended_transaction_number = $2
      from touched k left join present p using (%4$s)
      where %6$s and v.recorded_to is null and v.row_hash is distinct from p.new_hash
      returning %7$s, v.recorded_to),
    opening as (
      insert into %5$I (%8$s, recorded_from, transaction_number, row_hash)
      select %9$s, greatest($1, e.recorded_to, earlier.ended), $2, k.new_hash
      from present k left join ending e using (%4$s)
      cross join lateral (
        select max(v.recorded_to) as ended, bool_or(v.recorded_to is null and v.row_hash = k.new_hash) as holds
        from %5$I v where %6$s) earlier
      where earlier.holds is not true
      returning 1)
    select (select count(*) from ending) + (select count(*) from opening)$sql$,
    touched, generated, base, by_key, base || '_versions', same_key,
    (select string_agg(format('v.%I', k), ', ') from unnest(keys) k), names,
    (select string_agg(format('k.%I', c), ', ') from unnest(stored) c));
end $$;

/* Keeps full versions of a table from now on; again after a later migration has changed its columns. */
create function keep_versions(audited regclass) returns void
language plpgsql volatile set search_path from current as $$
declare
  base constant text := (select relname from pg_class where oid = audited);
  keys constant text[] := key_columns(audited);
  by_key constant text := (select string_agg(quote_ident(k), ', ') from unnest(keys) k);
  as_text constant text := (select string_agg(format('%I::text', k), ' || ''/'' || ') from unnest(keys) k);
  event record;
begin
  if keys is null then raise exception '% has no primary key', base; end if;
  perform keep_versions_table(audited, keys);
  insert into audited_tables values (base, keys) on conflict (table_name) do update set key_columns = excluded.key_columns;
  for event in
    select * from (values
      ('insert', 'new_rows', 'new table as new_rows', 'select %1$s from new_rows'),
      ('update', 'new_rows', 'old table as old_rows new table as new_rows', 'select %1$s from new_rows union select %1$s from old_rows'),
      ('delete', 'old_rows', 'old table as old_rows', 'select %1$s from old_rows')) e (name, rows, tables, touched)
  loop
    execute format($sql$
      create or replace function %1$I() returns trigger
      language plpgsql volatile security definer set search_path from current set timezone to 'UTC' as $body$
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
      versioning_statement(audited, keys, format(event.touched, by_key)), base);
    execute format('create or replace trigger keep_versions_on_%1$s after %1$s on %2$I referencing %3$s for each statement execute function %4$I()',
      event.name, base, event.tables, base || '_versions_on_' || event.name);
  end loop;
  execute format('create or replace trigger keep_versions_whole before truncate on %I for each statement execute function refuse_rewriting_history()', base);
  perform keep_changes_function(base, stored_columns(audited), as_text);
  perform start_versions(audited, keys);
end $$;

/* <table>_changes(transaction, keys, places): for each row that the transaction changed, what; at its first place. */
create function keep_changes_function(base text, stored text[], as_text text) returns void
language plpgsql volatile set search_path from current as $$
begin
  execute format($sql$
    create or replace function %1$I(mine bigint, keys text[], places bigint[]) returns table (place bigint, changes jsonb)
    language sql stable set search_path from current set timezone to 'UTC'
    set enable_seqscan to off set enable_nestloop to off as $body$
      with asked as (
        select key, min(place) as place from unnest(keys, places) a (key, place) where key is not null group by key),
      moved as (
        select %2$s as key, to_jsonb(v) - %3$L::text[] as content, v.transaction_number = mine as is_mine, v.recorded_to is null as holds
        from %4$I v where v.transaction_number = mine or v.ended_transaction_number = mine)
      select asked.place, changed_fields(
        (array_agg(m.content) filter (where not m.is_mine))[1], (array_agg(m.content) filter (where m.holds))[1])
      from asked join moved m using (key) group by asked.key, asked.place
    $body$ $sql$, base || '_changes', as_text,
    array['version_id', 'recorded_from', 'recorded_to', 'transaction_number', 'ended_transaction_number', 'row_hash'], base || '_versions');
  execute format('revoke execute on function %I(bigint, text[], bigint[]) from public', base || '_changes');
end $$;

/* The rows that are there already: their first version, recorded as an event like any other. */
create function start_versions(audited regclass, keys text[]) returns void
language plpgsql volatile set search_path from current set timezone to 'UTC' as $$
declare
  base constant text := (select relname from pg_class where oid = audited);
  statement constant text := versioning_statement(audited, keys,
    format('select %s from %I', (select string_agg(quote_ident(k), ', ') from unnest(keys) k), base));
  kept bigint;
begin
  execute statement into kept using app_now(), current_audit_transaction();
  if kept > 0 then
    insert into audit_row_digests (transaction_number, table_name) values (current_audit_transaction(), base) on conflict do nothing;
  end if;
  perform record_events(jsonb_build_array(jsonb_build_object('action', 'versions.started', 'subjectType', base,
    'details', jsonb_build_object('rows', kept))));
end $$;

/* For a table without versions: whatever changes it must still be in the trail. */
create function require_event(audited regclass) returns void
language plpgsql volatile set search_path from current as $$
begin
  execute format('create or replace trigger require_event before insert or update or delete on %s for each row execute function refuse_unrecorded()', audited);
end $$;
create function refuse_unrecorded() returns trigger
language plpgsql volatile security definer set search_path from current as $$
begin
  perform current_audit_transaction();
  return coalesce(new, old);
end $$;
revoke execute on function keep_versions(regclass), require_event(regclass), start_versions(regclass, text[]),
  keep_versions_table(regclass, text[]), keep_changes_function(text, text[], text) from public;
