-- What a person of the staff asked a champion about a reward that waits (W14): once per reward, answered once, in the champion's own words.
create table inquiry (
  id           text not null,
  reward_id    text not null references reward (id),
  champion_id  text not null references champion (id),
  topic        text not null,
  question     text not null,
  asked_at     timestamptz(3) not null,
  asked_by     text not null,
  answer_until timestamptz(3) not null,
  answered_at  timestamptz(3),
  answer       text,
  returned_at  timestamptz(3),
  constraint inquiry_pkey primary key (id),
  constraint inquiry_waits_on check (answer_until > asked_at),
  constraint inquiry_answered_whole check (num_nonnulls(answered_at, answer) in (0, 2)),
  -- L1: nobody's address is kept here, whichever way the words came in.
  constraint inquiry_no_address check (question !~ '[^\s@]@[^\s@]+\.[^\s@]' and answer !~ '[^\s@]@[^\s@]+\.[^\s@]')
);
create unique index inquiry_reward_id_key on inquiry (reward_id);
create index inquiry_champion_id_idx on inquiry (champion_id);
create index inquiry_waiting on inquiry (answer_until) where answered_at is null and returned_at is null;
