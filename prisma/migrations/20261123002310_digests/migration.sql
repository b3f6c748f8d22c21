-- Mail: one digest a person a day, its settings, and who may see and retry it (docs/adr/0036-reminders-and-mail.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

-- The password is no row: MAIL_PASSWORD of the serving process alone has it.
create table mail_settings (
  only_one boolean primary key default true check (only_one),
  enabled boolean not null default false,
  host text check (host ~ '^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$'),
  port integer not null default 25 check (port between 1 and 65535),
  security text not null default 'none' check (security in ('none', 'starttls', 'tls')),
  username text check (length(username) between 1 and 200),
  sender text check (sender ~ '^[^\s@<>,]+@[^\s@<>,]+$' and length(sender) <= 254),
  reply_to text check (reply_to ~ '^[^\s@<>,]+@[^\s@<>,]+$' and length(reply_to) <= 254),
  version integer not null default 1,
  check (not enabled or num_nulls(host, sender) = 0),
  check (username is null or security <> 'none')
);
comment on column mail_settings.username is 'Only over an encrypted connection: the password never goes out in clear.';
insert into mail_settings default values;
create trigger bump before update on mail_settings for each row execute function bump_version();
create trigger keep_rows before delete on mail_settings for each row execute function refuse_row_removal();
alter table mail_settings enable row level security;
alter table mail_settings force row level security;
create policy owner on mail_settings to current_user using (true) with check (true);

create table digests (
  id bigint generated always as identity primary key,
  person_id bigint not null references people,
  day date not null,
  address text not null check (address ~ '^[^\s@<>,]+@[^\s@<>,]+$'),
  subject text not null check (length(subject) between 1 and 200 and subject !~ '[\r\n]'),
  body text not null check (length(body) <= 100000),
  message_id text not null unique check (message_id ~ '^<[A-Za-z0-9.@-]+>$'),
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'gaveUp', 'unsure')),
  attempts smallint not null default 0,
  unclear smallint not null default 0 check (unclear between 0 and 2),
  next_at timestamptz not null default clock_timestamp(),
  began_at timestamptz,
  sent_at timestamptz,
  last_error text check (length(last_error) <= 500),
  unique (person_id, day),
  check ((state = 'sent') = (sent_at is not null)),
  -- Twice nobody knows whether it arrived: no third mail, whoever asks for it.
  check (unclear < 2 or state = 'unsure')
);
create index on digests (next_at) where state in ('queued', 'failed', 'sending');
create index on digests (day, id);
comment on column digests.unclear is 'How many attempts ended without an answer: after one, the next says that it may be the second; after two there is none.';
comment on column digests.next_at is 'By the machine''s clock, like everything about jobs: a moved clock keeps no mail back.';
alter table digests enable row level security;
alter table digests force row level security;
create policy owner on digests to current_user using (true) with check (true);

/* An attempt that nobody can vouch for is not forgotten, and what was sent is not sent again. */
create function guard_digest() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.unclear < old.unclear or (new.person_id, new.day, new.address, new.message_id) is distinct from (old.person_id, old.day, old.address, old.message_id)
     or old.state in ('sent', 'unsure') and new.state <> old.state then
    perform refuse_writing('a mail that went out stays as it is');
  end if;
  return new;
end $$;
create trigger guard before update on digests for each row execute function guard_digest();

select keep_versions('mail_settings');
insert into role_permissions (role, permission) values ('portalAdmin', 'mail.manage'), ('portalAdmin', 'job.manage');
select record_events('[{"action": "permissions.loaded", "subjectType": "role_permissions"}]');
