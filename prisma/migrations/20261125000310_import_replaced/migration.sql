-- 直したファイルを送り直す: the mended file takes the place of the import it was sent for, which ends in the same act. What was
-- decided about names comes along at once, what was put right about columns once the file shows the same head.
select set_config('search_path', current_schema() || ', pg_temp', false);

alter table imports add column replaces bigint references imports, add column carried jsonb not null default '[]';
create index on imports (replaces) where replaces is not null;
comment on column imports.replaces is 'The import in whose place this file was sent.';
comment on column imports.carried is 'How its sheets were read: [{name, headHash, top, reading}]; taken up where a sheet has the same head.';

/* {id}, or {refused: gone | tooManyWaiting}: as begin_import, in the place of one of one's own that is not written. */
create function replace_import(old bigint, name text) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  mine imports := (select i from own_import(old, null, array['asking', 'previewed', 'refused', 'failed', 'cancelled']) i);
  begun jsonb;
  fresh bigint;
begin
  if mine.id is null then return '{"refused": "gone"}'; end if;
  update imports set state = 'cancelled', ended_at = app_now() where id = old and ended_at is null;
  begun := begin_import(name);
  fresh := (begun ->> 'id')::bigint;
  if fresh is null then return begun; end if;
  update imports set replaces = old, reclassification_reason = mine.reclassification_reason, layout =
      jsonb_strip_nulls(jsonb_build_object('blanks', mine.layout -> 'blanks')),
    carried = coalesce((
      select jsonb_agg(jsonb_build_object('name', s -> 'name', 'headHash', s -> 'headHash', 'top', top_of_sheet(s),
        'reading', mine.layout -> 'sheets' -> (s ->> 'index')))
      from jsonb_array_elements(mine.found -> 'sheets') s where mine.layout -> 'sheets' ? (s ->> 'index')), '[]')
  where id = fresh;
  insert into import_answers (import_id, field, written, chosen)
  select fresh, a.field, a.written, a.chosen from import_answers a where a.import_id = old;
  return begun;
end $$;

/* The first lines of a sheet as far as its head: what stands below may have been mended. */
create function top_of_sheet(sheet jsonb) returns jsonb
language sql immutable set search_path from current as $$
  select jsonb_path_query_array(sheet, '$.sample[0 to $last]',
    jsonb_build_object('last', least(5, greatest(1, coalesce((sheet ->> 'headTo')::integer, 1))) - 1))
$$;

/* Whether a sheet is the one that was read so before: of that name (a .csv has none of its own), with the same head. */
create function is_same_sheet(sheet jsonb, before jsonb, format text) returns boolean
language sql immutable set search_path from current as $$
  select (format <> 'xlsx' or sheet -> 'name' = before -> 'name')
    and (sheet -> 'headHash' = before -> 'headHash'
      or jsonb_path_query_array(sheet, '$.sample[0 to $last]',
        jsonb_build_object('last', jsonb_array_length(before -> 'top') - 1)) = before -> 'top')
$$;

/*
 * For each sheet how the file that this one replaces was read; else, for its head, one's own newest way of reading it, else
 * the department's, else everybody's. Null: none is known. Asked only while an import is read, by whoever acts for its owner.
 */
create or replace function remembered_layout(person bigint, told jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  mine constant imports := (select i from imports i join acting_imports a on a.import_id = i.id where a.xid = pg_current_xact_id_if_assigned());
  fitting bigint[];
  answer jsonb;
begin
  select array_agg(x.mapping), jsonb_build_object('sheets', jsonb_object_agg(x.sheet, x.reading),
    'answers', jsonb_path_query_array(jsonb_agg(x.answers), '$[*][*]'))
  into fitting, answer
  from (
    select distinct on (k.sheet) k.sheet, k.mapping, k.reading, k.answers
    from (
      select s ->> 'index' as sheet, null::bigint as mapping, c -> 'reading' as reading, '[]'::jsonb as answers, 0 as rank
      from jsonb_array_elements(told -> 'sheets') s
      join jsonb_array_elements(coalesce(mine.carried, '[]')) c on is_same_sheet(s, c, told ->> 'format')
      union all
      select s ->> 'index', m.id, m.sheet, m.answers, case when m.owner_id = person then 1 when m.shared = 'department' then 2 else 3 end
      from jsonb_array_elements(told -> 'sheets') s
      join import_mappings m on m.head_hash = s ->> 'headHash' and m.ended_on is null and mapping_is_mine(m.owner_id, m.shared)
      where s -> 'isHidden' is distinct from 'true') k
    order by k.sheet, k.rank, k.mapping desc) x;
  if fitting is null then return null; end if;
  update import_mappings set used_at = app_now() where id = any (fitting);
  return answer;
end $$;

revoke execute on function replace_import(bigint, text), top_of_sheet(jsonb), is_same_sheet(jsonb, jsonb, text) from public;
grant execute on function replace_import(bigint, text) to daicho_write;
