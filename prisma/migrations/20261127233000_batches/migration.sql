-- One decision about all rewards that fit a search (W19): what somebody looked at before they pressed the button, each
-- reward with the version it had, and what became of each.
create type batch_act as enum ('approve', 'refuse', 'undo');
create type batch_outcome as enum ('left_out', 'approved', 'first_of_two', 'refused', 'undone', 'not_done');

create table batch (
  id               text not null,
  act              batch_act not null,
  "by"             text not null,
  place            text not null,
  of_batch_id      text references batch (id),
  terms_version_id text references terms_version (id),
  locale           text,
  clause_number    integer,
  note             text,
  not_genuine      boolean not null default false,
  two_admins       boolean not null default false,
  prepared_at      timestamptz(3) not null,
  started_at       timestamptz(3),
  finished_at      timestamptz(3),
  constraint batch_pkey primary key (id),
  constraint batch_finished_after_start check (finished_at is null or started_at is not null),
  -- W14: nothing is refused without a clause and a sentence.
  constraint batch_refusal_whole check (act <> 'refuse' or started_at is null or num_nonnulls(clause_number, note) = 2)
);
-- What was approved is taken back together once.
create unique index batch_one_undo on batch (of_batch_id);
create index batch_prepared_at_idx on batch (prepared_at);

create table batch_item (
  batch_id      text not null references batch (id) on delete cascade,
  reward_id     text not null references reward (id),
  version       integer not null,
  due_minor     bigint not null,
  currency      text not null,
  outcome       batch_outcome,
  code          text,
  version_after integer,
  constraint batch_item_pkey primary key (batch_id, reward_id),
  constraint batch_item_code_tells_why check ((code is not null) = (coalesce(outcome::text, '') in ('left_out', 'not_done')))
);
create index batch_item_open on batch_item (batch_id, reward_id) where outcome is null;
