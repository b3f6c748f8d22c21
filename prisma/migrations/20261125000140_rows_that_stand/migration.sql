-- Rows of an import meet the ledger when they are read, when they are confirmed and when they are written. Where nothing
-- has changed in between, the second and third time find what stands (docs/adr/0042-fifty-thousand-rows.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

-- What the ledger was when the rows of an import last met it, and on which day.
create table import_matchings (
  import_id bigint primary key references imports,
  seen pg_snapshot not null,
  day date not null
);
alter table import_matchings enable row level security;
alter table import_matchings force row level security;
create policy owner on import_matchings to current_user using (true) with check (true);

/* seen: taken before the first row of the ledger was read. */
create function import_rows_matched(import bigint, seen pg_snapshot) returns void
language sql volatile set search_path from current as $$
  insert into import_matchings values (import, seen, app_today())
  on conflict (import_id) do update set seen = excluded.seen, day = excluded.day
$$;

/*
 * Would matching find the same again? Yes only where no transaction that the last matching didn't see has changed anything
 * that has versions (assets, schemes, departments, rights, …) or says anything of assets and proposals, where it is the
 * same day, and no row is shown as moved. Whatever changes these is in the trail: without that it can't commit.
 */
create function import_rows_stand(import bigint) returns boolean
language plpgsql volatile set search_path from current set enable_seqscan to off as $$
declare
  last constant import_matchings := (select m from import_matchings m where m.import_id = import);
begin
  return last.import_id is not null and last.day = app_today()
    and coalesce((select (i.counts ->> 'moved')::integer from imports i where i.id = import), 1) = 0
    and not exists (
      select from audit_transactions t
      where t.xid >= pg_snapshot_xmin(last.seen)::text::bigint and not pg_visible_in_snapshot(t.xid::text::xid8, last.seen)
        and (exists (select from audit_row_digests d where d.transaction_number = t.number)
          or exists (select from audit_events e where e.transaction_number = t.number and e.subject_type in ('assets', 'proposals', 'standard_assets'))));
end $$;

revoke execute on function import_rows_matched(bigint, pg_snapshot), import_rows_stand(bigint) from public;
