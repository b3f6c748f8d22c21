-- Who brings files in, and who shares how a file is read with everybody (issue 4, docs/adr/0037-imports-act-in-the-database.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

insert into role_permissions (role, permission)
select r.role, w.permission
from (values
  ('asset.import', array['assetManager', 'assetClerk', 'secretariat', 'educationOfficer']),
  ('importMapping.share', array['secretariat', 'educationOfficer'])) w (permission, roles)
cross join lateral unnest(w.roles) r (role);
select record_events('[{"action": "permissions.loaded", "subjectType": "role_permissions"}]');

/* As before; what a form submits with its own permission, an import submits with asset.import. */
create or replace function kind_permissions(kind text) returns text[]
language sql immutable parallel safe set search_path from current as $$
  select case kind
    when 'registration' then array['asset.create', 'asset.edit', 'asset.import']
    when 'change' then array['asset.edit', 'asset.reclassify', 'asset.import']
    when 'reclassification' then array['asset.reclassify', 'asset.import']
    when 'disposal' then array['asset.dispose']
    when 'transfer' then array['asset.transfer']
    when 'merge' then array['asset.merge']
    else '{}' end
$$;
