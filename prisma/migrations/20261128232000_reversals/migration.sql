-- What was handed over and can still be taken back: an intent of its own, as an instruction is (F32). An instruction whose
-- effect came back whole may be carried out anew, under its next key.
alter type instruction_status add value 'returned';

create table reversal (
  id              text not null,
  instruction_id  text not null references instruction (id),
  reward_id       text not null references reward (id),
  -- Where the reward stands in the book.
  account         text not null,
  -- The key of the hand-over it takes back.
  intent_key      text not null,
  idempotency_key text not null,
  amount_minor    bigint not null,
  currency        text not null,
  request         jsonb not null,
  status          instruction_status not null,
  provider_ref    text,
  error           text,
  attempts        integer not null default 0,
  claim_token     text,
  created_at      timestamptz(3) not null,
  confirmed_at    timestamptz(3),
  constraint reversal_pkey primary key (id),
  constraint reversal_amount_positive check (amount_minor > 0)
);
create unique index reversal_idempotency_key_key on reversal (idempotency_key);
create index reversal_instruction_id_idx on reversal (instruction_id);
create index reversal_account_status_idx on reversal (account, status);
-- One at a time: the next one is computed from what this one left.
create unique index reversal_open on reversal (instruction_id) where status in ('sent', 'unknown');
call platform.seal_facts('reversal');
