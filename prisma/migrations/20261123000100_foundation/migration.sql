-- The ground: settings, the clock, the viewer, folding of Japanese text.
select set_config('search_path', current_schema() || ', pg_temp', false);

create table settings (
  id bigint generated always as identity primary key,
  key text not null unique check (key ~ '^[a-z][a-z_]*$'),
  value jsonb not null,
  version integer not null default 1
);
comment on table settings is 'What a city decides: city_name, sample_data, … Written by the owner only.';

/* Time comes from the transaction. app.now moves it, and only while sample data is loaded (decision 16). */
create function app_now() returns timestamptz
language sql stable security definer set search_path from current as $$
  select case
    when nullif(current_setting('app.now', true), '') is not null
         and exists (select from settings where key = 'sample_data' and value = 'true'::jsonb)
      then current_setting('app.now')::timestamptz
    else transaction_timestamp()
  end
$$;

/* The calendar is Asia/Tokyo. */
create function app_today() returns date
language sql stable set search_path from current as $$
  select (app_now() at time zone 'Asia/Tokyo')::date
$$;

/* Replaced by the sign-in migration: nobody is anybody until sessions exist. */
create function viewer_id() returns bigint
language sql stable security definer set search_path from current as $$ select null::bigint $$;

/* One spelling for search: NFKC, lower case, katakana as hiragana, no spaces. */
create function fold_text(given text) returns text
language sql immutable parallel safe strict set search_path from current as $$
  select translate(
    lower(regexp_replace(normalize(given, nfkc), '\s+', '', 'g')),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔ'
  )
$$;

/* Pieces of one and two characters; a GIN index over them finds any part of a Japanese name. */
create function text_pieces(given text) returns text[]
language sql immutable parallel safe set search_path from current as $$
  -- offset 0: folded once, not once a use; pieces that occur twice do no harm to an index
  select coalesce(array_agg(substr(f.folded, at, size)), '{}')
  from (select fold_text(given) as folded offset 0) f,
       lateral generate_series(1, length(f.folded)) at,
       (values (1), (2)) s(size)
  where at + size <= length(f.folded) + 1
$$;

create function refuse_row_removal() returns trigger
language plpgsql set search_path from current as $$
begin
  raise exception 'rows of % are kept as they are', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
