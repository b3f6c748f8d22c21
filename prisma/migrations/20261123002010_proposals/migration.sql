-- Proposals: bundles of items for one department with one chain of approval steps (domain §6, docs/adr/0032).
-- Written by the doors of 002030 to 002045 only; these triggers hold for the doors too.
select set_config('search_path', current_schema() || ', pg_temp', false);

create sequence proposal_submissions;
create table proposals (
  id bigint generated always as identity primary key,
  submission_id bigint not null,
  department_id bigint not null references departments,
  to_department_id bigint references departments,
  origin text not null check (origin in ('form', 'import', 'bulk', 'undo', 'merge', 'review', 'reclassification')),
  title text not null check (length(btrim(title)) between 1 and 300),
  items integer not null check (items between 1 and 50000),
  state text not null default 'submitted' check (state in ('submitted', 'approved', 'returned', 'withdrawn', 'overtaken')),
  submitted_by bigint not null references people,
  submitted_at timestamptz not null default app_now(),
  submit_reason text check (length(submit_reason) <= 1000),
  base_changed_at timestamptz,
  items_hash bytea not null,
  decided_at timestamptz,
  end_reason text check (length(end_reason) <= 1000),
  version integer not null default 1,
  check ((state = 'submitted') = (decided_at is null)),
  check (to_department_id is null or to_department_id <> department_id)
);
create index on proposals (department_id, id) where state = 'submitted';
create index on proposals (submitted_by, state, id);
comment on column proposals.submission_id is 'What one press of a button sent, split by department and chain.';
comment on column proposals.department_id is 'Whose head answers; in a transfer, the one that gives.';
comment on column proposals.base_changed_at is 'What it changes had changed since: it is shown again and decided from the beginning.';
comment on column proposals.items_hash is 'sha256 of the items; the trail seals it with the version of this row.';

create table proposal_items (
  proposal_id bigint not null references proposals,
  place integer not null,
  asset_number bigint not null references assets,
  kind text not null check (kind in ('registration', 'change', 'reclassification', 'disposal', 'transfer', 'merge')),
  base_version integer not null,
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  after jsonb not null check (jsonb_typeof(after) = 'object'),
  judgement jsonb check (jsonb_typeof(judgement) = 'object'),
  loosens text[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'approved', 'applied', 'closed')),
  primary key (proposal_id, asset_number),
  unique (proposal_id, place),
  check (after <> '{}' or judgement is not null)
);
create unique index one_open_proposal on proposal_items (asset_number) where state in ('open', 'approved');
create index on proposal_items (asset_number, proposal_id);
comment on column proposal_items.before is 'Columns of the asset, as the database read them: those it changes and those its legality depends on.';
comment on column proposal_items.after is 'Columns as they are to become; levels never: they are in judgement.';

create table approval_steps (
  id bigint generated always as identity primary key,
  proposal_id bigint not null references proposals,
  generation smallint not null default 1,
  place smallint not null check (place between 1 and 3),
  duty text not null check (duty in ('manager', 'accepting', 'officer', 'educationChief', 'ciso')),
  department_id bigint not null references departments,
  state text not null default 'future' check (state in ('future', 'waiting', 'approved', 'returned', 'void')),
  open_to smallint not null default 1,
  waiting_since timestamptz,
  escalates_on date,
  decided_by bigint references people,
  decided_for bigint references people,
  decided_grant_id bigint references grants,
  decided_at timestamptz,
  reason text check (length(reason) <= 1000),
  seen_by_principal_at timestamptz,
  version integer not null default 1,
  unique (proposal_id, generation, place),
  check (state not in ('approved', 'returned') or num_nulls(decided_by, decided_grant_id, decided_at) = 0),
  check (decided_by is null or state in ('approved', 'returned', 'void')),
  check (state <> 'returned' or coalesce(length(btrim(reason)), 0) > 0),
  check (decided_for is null or decided_for <> decided_by)
);
create index on approval_steps (department_id, duty) where state = 'waiting';
create index on approval_steps (decided_for) where seen_by_principal_at is null and decided_for is not null;
create index on approval_steps (decided_by);
comment on column approval_steps.generation is 'After a changed base the chain begins anew; the former steps stay as void.';
comment on column approval_steps.open_to is 'Up to which rank of the duty''s roles inboxes list it; 99: nobody can decide it.';
comment on column approval_steps.seen_by_principal_at is '後閲: when the person stood in for took note.';

/* What items say, in one number: whoever changes one is found (audit:verify). */
create function items_hash(items proposal_items[]) returns bytea
language sql immutable set search_path from current as $$
  select sha256(convert_to(coalesce(string_agg(concat_ws('|', i.place, i.asset_number, i.kind, i.base_version, i.before::text,
    i.after::text, coalesce(i.judgement::text, '-')), E'\n' order by i.place), ''), 'UTF8'))
  from unnest(items) i
$$;

/* A proposal is what it was when it was submitted; it ends once. */
create function guard_proposal() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  moving constant text[] := array['state', 'base_changed_at', 'decided_at', 'end_reason', 'items_hash', 'version', 'department_id'];
begin
  new.version := old.version + 1;
  if to_jsonb(new) - moving <> to_jsonb(old) - moving or old.state <> 'submitted'
     or new.department_id <> old.department_id and new.base_changed_at is distinct from app_now() then
    perform refuse_writing('a proposal stays as it was submitted');
  end if;
  if new.state = 'approved' and exists (select from proposal_items i where i.proposal_id = new.id and i.state in ('open', 'approved')) then
    perform refuse_writing('an approved proposal is applied');
  end if;
  return new;
end $$;
create trigger guard before update on proposals for each row execute function guard_proposal();

/* Items change while the base is shown again, and in state; approved they are only when every duty was done. */
create function guard_proposal_item() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  moving constant text[] := array['before', 'base_version', 'loosens', 'state'];
  owner proposals;
  newest smallint;
begin
  select * into strict owner from proposals where id = new.proposal_id;
  if to_jsonb(new) - moving <> to_jsonb(old) - moving
     or (new.before, new.base_version, new.loosens) is distinct from (old.before, old.base_version, old.loosens)
       and (old.state <> 'open' or owner.state <> 'submitted' or owner.base_changed_at is distinct from app_now())
     or new.state <> old.state and (old.state || '>' || new.state) <> all (array['open>approved', 'approved>applied', 'open>closed']) then
    perform refuse_writing('an item stays as it was submitted');
  end if;
  if new.state <> 'approved' or old.state = 'approved' then return new; end if;
  select max(generation) into newest from approval_steps where proposal_id = new.proposal_id;
  if owner.state <> 'submitted' or newest is null
     or exists (select from approval_steps where proposal_id = new.proposal_id and generation = newest and state <> 'approved')
     or not required_duties(new.kind, new.before, new.after, new.judgement, owner.department_id)
       <@ array(select duty from approval_steps where proposal_id = new.proposal_id and generation = newest) then
    perform refuse_writing('not everybody has approved');
  end if;
  return new;
end $$;
create trigger guard before update on proposal_items for each row execute function guard_proposal_item();

/* Who decided, and when, is written once; nobody decides on their own or their principal's submission, or twice. */
create function guard_decision() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  moving constant text[] := array['state', 'department_id', 'open_to', 'waiting_since', 'escalates_on', 'decided_by',
    'decided_for', 'decided_grant_id', 'decided_at', 'reason', 'seen_by_principal_at', 'version'];
  decision constant text[] := array['decided_by', 'decided_for', 'decided_grant_id', 'decided_at', 'reason'];
  decider constant bigint := viewer_id();
  submitter constant bigint := (select submitted_by from proposals where id = new.proposal_id);
begin
  new.version := old.version + 1;
  if to_jsonb(new) - moving <> to_jsonb(old) - moving
     or new.state <> old.state and (old.state || '>' || new.state) <> all (array['future>waiting', 'waiting>approved',
       'waiting>returned', 'future>void', 'waiting>void', 'approved>void', 'returned>void'])
     or new.department_id <> old.department_id and old.state not in ('future', 'waiting')
     or new.open_to < old.open_to and old.state <> 'future' then
    perform refuse_writing('a step of an approval is not rewritten');
  end if;
  if new.seen_by_principal_at is distinct from old.seen_by_principal_at
     and (old.seen_by_principal_at is not null or old.decided_for is distinct from decider) then
    perform refuse_writing('the principal sees for themselves, once');
  end if;
  if new.state = old.state or new.state not in ('approved', 'returned') then
    if to_jsonb(new) - moving || (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(new)) where key = any (decision))
       <> to_jsonb(old) - moving || (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(old)) where key = any (decision)) then
      perform refuse_writing('a decision is made once');
    end if;
    return new;
  end if;
  -- Never told by the caller: whose post the grant is.
  new.decided_for := (select nullif(g.person_id, decider) from grants g where g.id = new.decided_grant_id);
  if decider is null or new.decided_by is distinct from decider then perform refuse_writing('nobody decides for somebody else'); end if;
  if submitter in (decider, new.decided_for) or submitter = any (standing_in_for(decider)) then
    perform refuse_writing('nobody decides what they submitted, or what their principal submitted');
  end if;
  if decided_before(new.id, decider, new.decided_for) then perform refuse_writing('nobody takes two steps of one approval'); end if;
  if not may_decide_step(new.id, decider, new.decided_grant_id) then perform refuse_writing('this step is somebody else''s'); end if;
  if exists (select from approval_steps s where s.proposal_id = new.proposal_id and s.generation = new.generation
       and s.place < new.place and s.state <> 'approved') then
    perform refuse_writing('one step after the other');
  end if;
  return new;
end $$;
create trigger guard before update on approval_steps for each row execute function guard_decision();

create trigger keep_rows before delete on proposals for each row execute function refuse_row_removal();
create trigger keep_rows before delete on proposal_items for each row execute function refuse_row_removal();
create trigger keep_rows before delete on approval_steps for each row execute function refuse_row_removal();

/* Items have no versions of their own (their hash is in the proposal's); whatever changes them is in the trail. */
create function refuse_unrecorded_statement() returns trigger
language plpgsql volatile security definer set search_path from current as $$
begin
  perform current_audit_transaction();
  return null;
end $$;
create trigger require_event after insert or update on proposal_items
  for each statement execute function refuse_unrecorded_statement();
revoke execute on function items_hash(proposal_items[]) from public;
