-- Outgoing webhooks (P12 to P15).

create table webhook_endpoint (
  id                     text not null,
  url                    text not null,
  description            text,
  types                  text[],
  secret_sealed          bytea not null,
  previous_secret_sealed bytea,
  previous_until         timestamptz(3),
  created_at             timestamptz(3) not null,
  created_by             text not null,
  failing_since          timestamptz(3),
  switched_off_at        timestamptz(3),
  switched_off_because   text,
  constraint webhook_endpoint_pkey primary key (id),
  constraint webhook_endpoint_off check ((switched_off_at is null) = (switched_off_because is null)),
  constraint webhook_endpoint_rotation check ((previous_secret_sealed is null) = (previous_until is null))
);

create table webhook_change (
  id         bigserial not null,
  subject    text not null,
  before     jsonb,
  after      jsonb not null,
  changed_at timestamptz(3) not null,
  constraint webhook_change_pkey primary key (id)
);

create table webhook_event (
  id            text not null,
  type          text not null,
  cause_id      text not null,
  cause_version integer not null,
  payload       text not null,
  sample        boolean not null default false,
  created_at    timestamptz(3) not null,
  constraint webhook_event_pkey primary key (id)
);
create unique index webhook_event_cause_id_cause_version_type_key on webhook_event (cause_id, cause_version, type);
create index webhook_event_created_at_idx on webhook_event (created_at);

create type webhook_delivery_status as enum ('waiting', 'delivered', 'failed');
create table webhook_delivery (
  id          text not null,
  endpoint_id text not null references webhook_endpoint (id),
  event_id    text not null references webhook_event (id),
  status      webhook_delivery_status not null,
  attempts    integer not null default 0,
  tries       integer not null default 0,
  next_at     timestamptz(3),
  created_at  timestamptz(3) not null,
  settled_at  timestamptz(3),
  constraint webhook_delivery_pkey primary key (id),
  constraint webhook_delivery_waits check ((status = 'waiting') = (next_at is not null))
);
create unique index webhook_delivery_endpoint_id_event_id_key on webhook_delivery (endpoint_id, event_id);
create index webhook_delivery_endpoint_id_created_at_idx on webhook_delivery (endpoint_id, created_at);
create index webhook_delivery_event_id_idx on webhook_delivery (event_id);

create table webhook_attempt (
  delivery_id text not null references webhook_delivery (id),
  number      integer not null,
  tried_at    timestamptz(3) not null,
  took_ms     integer not null,
  status      integer,
  error       text,
  body        text not null default '',
  constraint webhook_attempt_pkey primary key (delivery_id, number)
);

-- A referral counts its changes, as a reward does: whoever hears of them out of order can tell which is the later one.
alter table referral add column version integer not null default 1;
create function platform.raise_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger version before update on referral
  for each row when (old.* is distinct from new.*) execute function platform.raise_version();

-- What happens to rewards and referrals is noted in the transaction in which it happens, whoever writes it, and only while
-- there is an endpoint, on or off: what one missed can be sent later. A sale without any pays one look at an empty table,
-- inside the statement it makes anyway.
create function platform.note_webhook_change() returns trigger language plpgsql as $$
declare
  noted bigint;
begin
  if not exists (select from webhook_endpoint) then return null; end if;
  insert into webhook_change (subject, before, after, changed_at)
    values (tg_table_name, to_jsonb(old), to_jsonb(new), app_now()) returning id into noted;
  perform jobs.enqueue('publish-webhook-event', json_build_object('changeId', noted::text), null, null, 25, null, 'replace');
  return null;
end $$;
create trigger webhook_insert after insert on reward
  for each row execute function platform.note_webhook_change();
create trigger webhook_update after update on reward
  for each row when ((old.status, old.due_minor, old.reason) is distinct from (new.status, new.due_minor, new.reason))
  execute function platform.note_webhook_change();
create trigger webhook_insert after insert on referral
  for each row execute function platform.note_webhook_change();
create trigger webhook_update after update on referral
  for each row when (old.* is distinct from new.*) execute function platform.note_webhook_change();
