-- A gift that thanks for a reward: asked for, sent by a person, received. Its address is sealed and goes when it is of no use any more (L8).
create table gift (
  reward_id      text not null references reward (id),
  champion_id    text not null references champion (id),
  address_sealed bytea,
  asked_at       timestamptz(3) not null,
  address_at     timestamptz(3),
  item           text,
  tracking       text,
  sent_at        timestamptz(3),
  sent_by        text,
  received_at    timestamptz(3),
  constraint gift_pkey primary key (reward_id),
  constraint gift_sent_whole check (num_nonnulls(item, sent_at, sent_by) in (0, 3)),
  constraint gift_tracking_of_sent check (tracking is null or sent_at is not null),
  constraint gift_received_was_sent check (received_at is null or sent_at is not null),
  constraint gift_received_needs_no_address check (received_at is null or address_sealed is null)
);
create index gift_sent_at_idx on gift (sent_at);
