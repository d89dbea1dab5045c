-- A promised hour that could not be kept (W21): told to the champion before it passed, once, with the reason and a new hour.
-- What was promised first stays here, so that a moved promise still counts as broken.
create type promise_kind as enum ('reward', 'appeal', 'question', 'application');

create table late_promise (
  id          text not null,
  kind        promise_kind not null,
  object_id   text not null,
  champion_id text not null references champion (id),
  promised_at timestamptz(3) not null,
  new_by      timestamptz(3) not null,
  reason      text not null,
  told_at     timestamptz(3) not null,
  constraint late_promise_pkey primary key (id),
  constraint late_promise_moves_on check (new_by > promised_at)
);
create unique index late_promise_once on late_promise (kind, object_id, promised_at);
