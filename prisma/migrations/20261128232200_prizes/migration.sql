-- What champions may spend their points on, and what they chose. Points themselves stand in the ledger alone, in a unit of their own.
create table prize (
  id           text not null,
  program_id   text not null references program (id),
  name_en      text not null,
  name_nl      text not null,
  cost         integer not null,
  -- How many there are in all; null is as many as are asked for.
  stock        integer,
  created_at   timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  constraint prize_pkey primary key (id),
  constraint prize_cost_positive check (cost > 0),
  constraint prize_stock_positive check (stock > 0)
);
create index prize_program_id_idx on prize (program_id);

create table prize_order (
  id             text not null,
  prize_id       text not null references prize (id),
  champion_id    text not null references champion (id),
  points         integer not null,
  -- Of the form it was asked for with: sent twice it is one order.
  key            text not null,
  address_sealed bytea,
  asked_at       timestamptz(3) not null,
  sent_at        timestamptz(3),
  sent_by        text,
  note           text,
  undone_at      timestamptz(3),
  undone_by      text,
  reason         text,
  constraint prize_order_pkey primary key (id),
  constraint prize_order_points_positive check (points > 0),
  constraint prize_order_sent_whole check (num_nonnulls(sent_at, sent_by) in (0, 2)),
  constraint prize_order_undone_whole check (num_nonnulls(undone_at, undone_by, reason) in (0, 3)),
  constraint prize_order_one_end check (sent_at is null or undone_at is null)
);
create unique index prize_order_key_key on prize_order (key);
create index prize_order_prize_id_idx on prize_order (prize_id);
create index prize_order_champion_id_idx on prize_order (champion_id);
call platform.seal_facts('prize_order', '{address_sealed}');
