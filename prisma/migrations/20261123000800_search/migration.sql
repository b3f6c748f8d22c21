-- Search and counts: functions that apply the same reach first and answer numbers only (decision 4).
-- Rows are read again under the policies. filters (jsonb, all optional):
--   q text · zone, kind, personal, state, confidentiality, importance: arrays of codes ('none' = not set;
--   personal: 'null', since 'none' is an answer there) · scheme: code, for levels that two schemes call the same
--   department: code (its subtree) · category, body: code · family: municipal|education · unconfirmedBefore: date
select set_config('search_path', current_schema() || ', pg_temp', false);

/* The departments that a search runs over: null = all. */
create function searched_departments(filters jsonb) returns bigint[]
language sql stable security definer set search_path from current as $$
  select case
    when holds_everywhere('asset.read') and not filters ?| array['department', 'category', 'body'] then null
    else (
      select coalesce(array_agg(d.id), '{}') from departments d
      where d.id = any ((select reach('asset.read'))::bigint[])
        and (not filters ? 'department' or exists (
          select from department_lines l join departments above on above.id = l.ancestor_id
          where l.department_id = d.id and above.code = filters ->> 'department'))
        and (not filters ? 'category' or d.category_code = filters ->> 'category')
        and (not filters ? 'body' or d.executive_body_code = filters ->> 'body'))
  end
$$;

/* "column is one of the codes", where one code stands for a null. */
create function code_condition(named text, codes jsonb) returns text
language sql immutable set search_path from current as $$
  select format('(%I = any (%L::text[])%s)', named,
    (select coalesce(array_agg(c), '{}') from jsonb_array_elements_text(codes) c where c <> absent),
    case when codes ? absent then format(' or %I is null', named) else '' end)
  from (select case named when 'personal_data' then 'null' else 'none' end as absent) a
$$;

/* Conditions that the ledger and its counting cells share. */
create function cell_conditions(filters jsonb) returns text
language plpgsql stable security definer set search_path from current as $$
declare
  found text[] := array['true'];
  pair record;
begin
  for pair in select * from (values ('zone', 'zone_cell'), ('kind', 'kind_code'), ('personal', 'personal_data'),
      ('state', 'state'), ('confidentiality', 'confidentiality'), ('importance', 'importance'),
      ('integrity', 'integrity'), ('availability', 'availability'),
      ('visibility', 'visibility')) p(key, named) loop
    if filters ? pair.key then found := found || code_condition(pair.named, filters -> pair.key); end if;
  end loop;
  if filters ? 'family' then found := found || format('scheme_family = %L', filters ->> 'family'); end if;
  if filters ? 'scheme' then
    found := found || format('scheme_id = %s', coalesce((select id from classification_schemes where code = filters ->> 'scheme'), 0));
  end if;
  if not holds_everywhere('asset.readRestricted') then
    found := found || format('(visibility = ''internal'' or department_id = any (%L::bigint[]))',
      reach('asset.readRestricted'));
  end if;
  return array_to_string(found, ' and ');
end $$;

/* Conditions that need the row itself. */
create function row_conditions(filters jsonb) returns text
language plpgsql stable security definer set search_path from current as $$
declare
  found text[] := '{}';
  word text;
  folded text;
begin
  foreach word in array regexp_split_to_array(btrim(normalize(coalesce(filters ->> 'q', ''), nfkc)), '\s+') loop
    folded := fold_text(word);
    continue when folded = '';
    -- One or two characters are a piece themselves; the pieces of a longer word need not stand together.
    found := found || format('(%ssearch_pieces @> %L::text[]%s)',
      case when folded ~ '^[0-9]{1,18}$' then format('number = %s or ', folded) else '' end,
      case when length(folded) = 1 then array[folded]
        else (select array_agg(substr(folded, at, 2)) from generate_series(1, length(folded) - 1) at) end,
      case when length(folded) > 2
        then format(' and position(%L in fold_text(name || coalesce('' '' || name_kana, ''''))) > 0', folded) else '' end);
  end loop;
  if filters ? 'unconfirmedBefore' then
    found := found || format('(last_confirmed_on is null or last_confirmed_on < %L::date)', filters ->> 'unconfirmedBefore');
  end if;
  return array_to_string(found, ' and ');
end $$;

/* Asset numbers of one page, in order. sort: number|name|updated|level; after: the last row's key and number. */
create function search_assets(filters jsonb, sort text, descending boolean, after_key text, after_number bigint, page_size integer)
returns table (place bigint, number bigint)
language plpgsql stable security definer rows 50 set search_path from current as $$
declare
  column_of text := case sort when 'name' then 'name' when 'updated' then 'updated_at' when 'level' then 'level_rank' else 'number' end;
  direction text := case when descending then 'desc' else 'asc' end;
  among bigint[] := searched_departments(filters);
  conditions text := cell_conditions(filters);
  keyed text;
begin
  if row_conditions(filters) <> '' then conditions := conditions || ' and ' || row_conditions(filters); end if;
  if after_number is not null then
    conditions := conditions || case when column_of = 'number'
      then format(' and number %s %s', case when descending then '<' else '>' end, after_number)
      else format(' and (%I, number) %s (%L, %s)', column_of, case when descending then '<' else '>' end, after_key, after_number) end;
  end if;
  keyed := format('order by %I %s, number %s limit %s', column_of, direction, direction, page_size);
  return query execute case
    when among is null then
      format('select row_number() over (), x.number from (select number from assets where %s %s) x', conditions, keyed)
    when cardinality(among) = 1 then
      format('select row_number() over (), x.number from (select number from assets where department_id = %s and %s %s) x',
        among[1], conditions, keyed)
    else
      format('select row_number() over (), y.number from (select x.number from unnest(%L::bigint[]) d(id) cross join lateral '
        '(select number, %I as key from assets where department_id = d.id and %s %s) x order by x.key %s, x.number %s limit %s) y',
        among, column_of, conditions, keyed, direction, direction, page_size)
    end;
end $$;

/* How many there are: exact from the counting cells; with words, at most `cap` + 1 are counted. */
create function count_found_assets(filters jsonb, cap integer) returns bigint
language plpgsql stable security definer set search_path from current as $$
declare
  among bigint[] := searched_departments(filters);
  inside text := case when among is null then 'true' else format('department_id = any (%L::bigint[])', among) end;
  wanted text := row_conditions(filters);
  answer bigint;
begin
  if wanted = '' then
    execute format('select coalesce(sum(assets), 0) from %I where %s and %s',
      case when filters ?| array['zone', 'kind', 'personal', 'confidentiality', 'importance', 'integrity', 'availability',
        'family', 'scheme'] then 'asset_counts' else 'asset_totals' end, inside, cell_conditions(filters)) into answer;
  else
    execute format('select count(*) from (select from assets where %s and %s and %s limit %s) x',
      inside, cell_conditions(filters), wanted, cap + 1) into answer;
  end if;
  return answer;
end $$;

/* 関係者限り rows within the search that the viewer may count but not read. */
create function count_withheld_assets(filters jsonb) returns bigint
language plpgsql stable security definer set search_path from current as $$
declare
  among bigint[];
  opened bigint[];
  answer bigint;
begin
  if holds_everywhere('asset.readRestricted') then return 0; end if;
  among := coalesce(searched_departments(filters), reach('asset.read'));
  opened := reach('asset.readRestricted');
  select coalesce(sum(assets), 0) into answer from asset_totals
  where visibility = 'restricted' and department_id = any (among) and not department_id = any (opened)
    and (not filters ? 'state' or state in (select jsonb_array_elements_text(filters -> 'state')));
  return answer;
end $$;

/* Every word that a form or a list needs, in one statement. */
create function ledger_vocabulary() returns jsonb
language sql stable set search_path from current as $$
  select jsonb_build_object(
    'zones', (select jsonb_agg(jsonb_build_object('code', code, 'label', label, 'network', network) order by sort_order) from zones),
    'kinds', (select jsonb_agg(jsonb_build_object('code', code, 'label', label, 'needsZone', needs_zone) order by sort_order) from asset_kinds),
    'categories', (select jsonb_agg(jsonb_build_object('code', code, 'label', label) order by sort_order) from department_categories),
    'bodies', (select jsonb_agg(jsonb_build_object('code', code, 'label', label) order by sort_order) from executive_bodies),
    'schemes', (select jsonb_agg(jsonb_build_object('id', s.id::text, 'code', s.code, 'family', s.family, 'label', s.label,
        'status', s.status, 'effectiveOn', s.effective_on, 'levels',
        (select coalesce(jsonb_agg(jsonb_build_object('axis', l.axis, 'code', l.code, 'label', l.label, 'rank', l.rank,
           'criterion', l.criterion, 'example', l.example) order by l.axis, l.rank desc), '[]')
         from levels l where l.scheme_id = s.id),
        'restrictions', (select coalesce(jsonb_agg(jsonb_build_object('axis', h.axis, 'minRank', h.min_rank, 'code', h.code,
           'text', h.text, 'area', h.area) order by h.id), '[]') from handling_restrictions h where h.scheme_id = s.id)
      ) order by s.family desc, s.effective_on desc) from classification_schemes s))
$$;

/* The departments of today over which a permission reaches, in order of code. */
create function departments_in_reach(wanted text) returns jsonb
language sql stable security definer set search_path from current as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', d.id::text, 'code', d.code, 'name', d.name,
    'bureau', case when b.id <> d.id then b.name end, 'category', d.category_code) order by d.code), '[]')
  from unnest(reach(wanted)) reached(id) join departments d on d.id = reached.id join departments b on b.id = d.bureau_id
  where d.valid_from <= (select app_today()) and (d.valid_to is null or d.valid_to >= (select app_today()))
$$;
