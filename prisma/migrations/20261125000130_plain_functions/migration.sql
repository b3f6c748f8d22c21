-- Functions that are asked for every row: their texts are parsed once, when they are made, so that they need no search path
-- of their own, whose setting and resetting was most of what they cost (docs/adr/0042-fifty-thousand-rows.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

/* As before (20261123000100). */
create or replace function fold_text(given text) returns text
language sql immutable parallel safe strict
return translate(
    lower(regexp_replace(normalize(given, nfkc), '\s+', '', 'g')),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔ'
  );

/* As before (20261123000100). */
create or replace function text_pieces(given text) returns text[]
language sql immutable parallel safe
begin atomic
  -- offset 0: folded and cut once, not once a use; pieces that occur twice do no harm to an index
  select coalesce((
    select f.letters || coalesce(array_agg(p.letter || p.next) filter (where p.next is not null), '{}')
    from unnest(f.letters, f.letters[2:]) p (letter, next)), '{}')
  from (select string_to_array(fold_text(given), null) as letters offset 0) f;
end;

/* As before (20261124000040). */
create or replace function fold_name(given text) returns text
language sql immutable parallel safe
return regexp_replace(normalize(coalesce(given, ''), nfkc), E'[\\s\\u1680\\u2028\\u2029\\ufeff]+', '', 'g');

/* As before (20261124000040). */
create or replace function value_says(value jsonb) returns text
language sql immutable parallel safe
return case jsonb_typeof(value) when 'string' then nullif(btrim(replace(value #>> '{}', E'\r\n', E'\n'), E' \t\n\r　'), '')
    when 'null' then null else value #>> '{}' end;

/* As before (20261124000030). */
create or replace function row_is_complete(scheme text, levels jsonb, audience text) returns boolean
language sql immutable parallel safe
return case scheme when 'education' then levels ->> 'importance' is not null and audience is not null
    else num_nulls(levels ->> 'confidentiality', levels ->> 'integrity', levels ->> 'availability') = 0 end;
