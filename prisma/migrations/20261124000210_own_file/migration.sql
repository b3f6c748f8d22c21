-- A file that somebody has brought in goes back to them with its cells marked: to nobody else, and only as long as it is kept.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* A part of one's own file; null: there is none, or it is somebody else's. */
create function own_import_part(import bigint, at_place integer) returns bytea
language plpgsql stable security definer set search_path from current as $$
declare
  viewer constant bigint := permitted_viewer_id();
begin
  if viewer is null or permission_in_use() <> 'asset.import' or not holds('asset.import') then return null; end if;
  return (select p.content from import_file_parts p join imports i on i.id = p.import_id
    where i.id = import and i.created_by = viewer and p.place = at_place);
end $$;
revoke execute on function own_import_part(bigint, integer) from public;
grant execute on function own_import_part(bigint, integer) to daicho_read;
