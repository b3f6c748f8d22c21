-- Writing into the trail. The caller says what happened; the database says who, when, and what changed.
select set_config('search_path', current_schema() || ', pg_temp', false);

/*
 * Records what happened, in order: [{action, subjectType, subjectId?, subjectKey?, reason?, details?, source?}].
 * For rows of a versioned table it looks up itself what this transaction changed; if several events of one call
 * name the same row, the first one carries the changes. subjectKey: for tables whose key is not a number.
 * A source (IP address), also when given in details or as the setting app.source, goes to a column for auditors.
 * Answers how many were recorded.
 */
create function record_events(events jsonb) returns bigint
language plpgsql volatile security definer set search_path from current set timezone to 'UTC' set enable_nestloop to off as $$
declare
  mine constant bigint := current_audit_transaction();
  actor constant bigint := viewer_id();
  moment constant timestamptz := app_now();
  standard_source constant text := nullif(current_setting('app.source', true), '');
  audited audited_tables;
  changed_places bigint[] := '{}';
  changed_values jsonb[] := '{}';
  some_places bigint[];
  some_values jsonb[];
  recorded bigint;
begin
  for audited in
    select a.* from audited_tables a
    where a.table_name in (select e ->> 'subjectType' from jsonb_array_elements(events) e)
      and exists (select from audit_row_digests d where d.transaction_number = mine and d.table_name = a.table_name)
  loop
    execute format('select array_agg(c.place), array_agg(c.changes) from %I($1, array(
        select coalesce(e ->> ''subjectKey'', e ->> ''subjectId'') from jsonb_array_elements($2) with ordinality t (e, place)
        where e ->> ''subjectType'' = %L order by place), array(
        select place from jsonb_array_elements($2) with ordinality t (e, place)
        where e ->> ''subjectType'' = %2$L order by place)) c', audited.table_name || '_changes', audited.table_name)
    into some_places, some_values using mine, events;
    changed_places := changed_places || some_places;
    changed_values := changed_values || some_values;
  end loop;

  insert into audit_events (id, transaction_number, occurred_at, actor_id, action, subject_type, subject_id,
    reason, details, changes, source, content)
  select e.id, mine, moment, actor, e.action, e.subject_type, e.subject_id, e.reason, e.details, e.changes, e.source,
    jsonb_build_object('id', e.id, 'transaction', mine, 'at', moment, 'actor', actor, 'action', e.action,
      'subjectType', e.subject_type, 'subjectId', e.subject_id, 'reason', e.reason, 'details', e.details,
      'changes', e.changes, 'source', e.source)::text
  from (
    select nextval('audit_event_ids') as id, t.e ->> 'action' as action, t.e ->> 'subjectType' as subject_type,
      (t.e ->> 'subjectId')::bigint as subject_id, nullif(t.e ->> 'reason', '') as reason,
      coalesce(jsonb_strip_nulls(t.e -> 'details') - 'source', '{}')
        || case when t.e ? 'subjectKey' then jsonb_build_object('key', t.e -> 'subjectKey') else '{}' end as details,
      coalesce(c.changes, '{}') as changes,
      coalesce(t.e ->> 'source', t.e #>> '{details,source}', standard_source) as source
    from jsonb_array_elements(events) with ordinality t (e, place)
    left join unnest(changed_places, changed_values) c (place, changes) on c.place = t.place
    order by t.place
  ) e;
  get diagnostics recorded = row_count;
  if recorded = 0 then
    raise exception 'nothing to record' using errcode = 'DA001';
  end if;
  return recorded;
end $$;

/* {field: [before, after]} of the fields that differ; a side that is null stands for a row that is not there. */
create function changed_fields(before jsonb, after jsonb) returns jsonb
language sql immutable parallel safe set search_path from current as $$
  select coalesce(jsonb_object_agg(f.name, jsonb_build_array(before -> f.name, after -> f.name)), '{}')
  from jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}')) f (name)
  where coalesce(before -> f.name, 'null') is distinct from coalesce(after -> f.name, 'null')
$$;

/* Where something was done from: for whoever holds audit.readSources, nobody else. */
create function audit_event_sources(events bigint[]) returns table (id bigint, source text)
language plpgsql stable security definer set search_path from current as $$
begin
  if not holds_everywhere('audit.readSources') then return; end if;
  return query select e.id, e.source from audit_events e where e.id = any(events);
end $$;

/* "As of D" = what the portal said at the end of D: recorded_from < end_of_day(D) <= recorded_to. */
create function end_of_day(day date) returns timestamptz
language sql immutable parallel safe set search_path from current as $$
  select (day + 1)::timestamp at time zone 'Asia/Tokyo'
$$;

revoke execute on function record_events(jsonb), audit_event_sources(bigint[]) from public;
grant execute on function record_events(jsonb) to daicho_write;
grant execute on function audit_event_sources(bigint[]) to daicho_read, daicho_write;

-- No serving role writes a row; the words of a row, but not its source and its sealed text, can be read by
-- whom a row policy lets (there is none yet: nobody). Heads are public: they say nothing and can be written down.
grant select (id, transaction_number, occurred_at, actor_id, action, subject_type, subject_id, reason, details, changes)
  on audit_events to daicho_read, daicho_write;
grant select (number, started_at, actor_id, permission, grant_id, on_behalf_of)
  on audit_transactions to daicho_read, daicho_write;
grant select (number, transaction_number, event_count, hash, sealed_at) on audit_links to daicho_read, daicho_write;
create policy heads on audit_links for select to daicho_read, daicho_write using (true);
