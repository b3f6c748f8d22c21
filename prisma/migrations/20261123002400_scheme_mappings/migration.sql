-- From one version of a scheme to another: what follows of a level, and what a person judges (docs/adr/0035).
select set_config('search_path', current_schema() || ', pg_temp', false);

create table scheme_mappings (
  from_scheme_id bigint not null references classification_schemes,
  to_scheme_id bigint not null references classification_schemes,
  axis text not null check (axis in ('confidentiality', 'integrity', 'availability', 'importance')),
  from_code text not null,
  condition text not null check (condition in ('always', 'personal', 'notPersonal')),
  to_code text,
  primary key (from_scheme_id, to_scheme_id, axis, from_code, condition),
  check (from_scheme_id <> to_scheme_id),
  foreign key (from_scheme_id, axis, from_code) references levels (scheme_id, axis, code),
  foreign key (to_scheme_id, axis, to_code) references levels (scheme_id, axis, code)
);
comment on column scheme_mappings.condition is 'Personal: also where nobody has entered whether there is personal data.';
comment on column scheme_mappings.to_code is 'Null: a person judges anew.';

-- Which reviews move assets from one version to another; a review without a row is a regular one.
create table review_reclassifications (
  review_id bigint primary key references reviews,
  from_scheme_id bigint not null references classification_schemes,
  to_scheme_id bigint not null references classification_schemes,
  check (from_scheme_id <> to_scheme_id)
);
create index on review_reclassifications (from_scheme_id, to_scheme_id);

/* Held alone while lines are written, together with others while a review opens by them. */
create function mapping_lock(from_scheme bigint, to_scheme bigint) returns bigint
language sql immutable parallel safe set search_path from current as $$
  select hashtextextended('mapping ' || from_scheme || ' ' || to_scheme, 7229014)
$$;

/* Two versions of one family: what a mapping leads from and to. */
create function schemes_are_versions(from_scheme bigint, to_scheme bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (select from classification_schemes f join classification_schemes t on t.family = f.family
    where f.id = from_scheme and t.id = to_scheme and t.id <> f.id);
end $$;

/* Every level of the earlier version has one line for all, or one for each condition (lib/domain/scheme-mapping.ts). */
create function mapping_is_whole(from_scheme bigint, to_scheme bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (select from scheme_mappings where from_scheme_id = from_scheme and to_scheme_id = to_scheme)
    and not exists (
      select from levels l left join scheme_mappings m on m.from_scheme_id = l.scheme_id and m.to_scheme_id = to_scheme
        and m.axis = l.axis and m.from_code = l.code
      where l.scheme_id = from_scheme group by l.axis, l.code
      having coalesce(string_agg(m.condition, ',' order by m.condition), '') not in ('always', 'notPersonal,personal'));
end $$;

/* Has a review opened by this mapping? From then on it stays as it is. */
create function mapping_is_used(from_scheme bigint, to_scheme bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (select from review_reclassifications c join reviews r on r.id = c.review_id
    where c.from_scheme_id = from_scheme and c.to_scheme_id = to_scheme and r.state <> 'scheduled');
end $$;

/*
 * Writes a mapping whole: lines [{axis, fromCode, condition, toCode}] in the place of those that the person saw (`seen`).
 * Answers {outcome: saved | notFound | otherFamily | used | stale | notWhole}.
 */
create function keep_scheme_mapping(from_version text, to_version text, lines jsonb, seen jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  from_id constant bigint := (select id from classification_schemes where code = from_version);
  to_id constant bigint := (select id from classification_schemes where code = to_version);
  present jsonb;
begin
  if permission_in_use() <> 'scheme.edit' or not holds('scheme.edit') then perform refuse_writing('a mapping needs scheme.edit'); end if;
  if from_id is null or to_id is null then return '{"outcome": "notFound"}'; end if;
  if not schemes_are_versions(from_id, to_id) then return '{"outcome": "otherFamily"}'; end if;
  perform pg_advisory_xact_lock(mapping_lock(from_id, to_id));
  if mapping_is_used(from_id, to_id) then return '{"outcome": "used"}'; end if;
  present := coalesce((select jsonb_agg(jsonb_build_object('axis', axis, 'fromCode', from_code, 'condition', condition, 'toCode', to_code))
    from scheme_mappings where from_scheme_id = from_id and to_scheme_id = to_id), '[]');
  if not (present @> seen and seen @> present) then return '{"outcome": "stale"}'; end if;
  if exists (select from jsonb_to_recordset(lines) w (axis text, "fromCode" text, condition text, "toCode" text)
       where level_rank(from_id, w.axis, w."fromCode") is null or w.condition not in ('always', 'personal', 'notPersonal')
         or w."toCode" is not null and level_rank(to_id, w.axis, w."toCode") is null) then
    return '{"outcome": "notWhole"}';
  end if;
  delete from scheme_mappings where from_scheme_id = from_id and to_scheme_id = to_id;
  insert into scheme_mappings (from_scheme_id, to_scheme_id, axis, from_code, condition, to_code)
  select from_id, to_id, w.axis, w."fromCode", w.condition, w."toCode"
  from jsonb_to_recordset(lines) w (axis text, "fromCode" text, condition text, "toCode" text);
  if not mapping_is_whole(from_id, to_id) then
    -- Refused and not written: the caller rolls back.
    return '{"outcome": "notWhole"}';
  end if;
  return '{"outcome": "saved"}';
end $$;

/* The versions between which there is a mapping, with what may be done with it. Empty for who may not read schemes. */
create function mapping_pairs()
returns table (from_id bigint, to_id bigint, from_code text, to_code text, from_label text, to_label text, family text, whole boolean,
  used boolean, in_force boolean)
language plpgsql stable security definer rows 5 set search_path from current as $$
begin
  if not holds('scheme.read') then return; end if;
  return query
    select f.id, t.id, f.code, t.code, f.label, t.label, f.family, mapping_is_whole(f.id, t.id), mapping_is_used(f.id, t.id),
      t.status = 'inForce'
    from (select distinct m.from_scheme_id, m.to_scheme_id from scheme_mappings m) p
    join classification_schemes f on f.id = p.from_scheme_id join classification_schemes t on t.id = p.to_scheme_id
    order by f.family desc, t.effective_on desc, f.effective_on desc;
end $$;

do $$
declare
  named text;
  shown text;
begin
  for named, shown in select * from (values
    ('scheme_mappings', '(select holds(''scheme.read''))'),
    ('review_reclassifications', '(select holds(''review.read''))')) p (named, shown) loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format('create policy owner on %I to current_user using (true) with check (true)', named);
    execute format('create policy readers on %I for select to daicho_read, daicho_write using (%s)', named, shown);
    execute format('grant select on %I to daicho_read, daicho_write', named);
  end loop;
end $$;
select keep_versions('scheme_mappings');
select keep_versions('review_reclassifications');

revoke execute on function mapping_lock(bigint, bigint), schemes_are_versions(bigint, bigint), mapping_is_whole(bigint, bigint),
  mapping_is_used(bigint, bigint), keep_scheme_mapping(text, text, jsonb, jsonb), mapping_pairs() from public;
grant execute on function mapping_pairs() to daicho_read, daicho_write;
grant execute on function keep_scheme_mapping(text, text, jsonb, jsonb) to daicho_write;
