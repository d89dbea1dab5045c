-- A champion's question to a person (belief 3): why nothing came of a day, with the hour by which it is answered.
create type question_happened as enum ('link', 'code', 'mouth', 'other');

create table question (
  id          text not null,
  champion_id text not null references champion (id),
  link_id     text references link (id),
  day         text,
  happened    question_happened not null,
  note        text not null,
  found       text[],
  asked_at    timestamptz(3) not null,
  answer_by   timestamptz(3) not null,
  answered_at timestamptz(3),
  answered_by text,
  answer      text,
  constraint question_pkey primary key (id),
  constraint question_day_shape check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  -- L1: nobody's address is kept here, whichever way the note came in.
  constraint question_no_address check (note !~ '[^\s@]@[^\s@]+\.[^\s@]'),
  constraint question_answered_whole check (num_nonnulls(answered_at, answered_by, answer) in (0, 3))
);

-- One open question per champion and day; not knowing the day is a day of its own.
create unique index question_one_open on question (champion_id, coalesce(day, '')) where answered_at is null;
create index question_champion_id_asked_at_idx on question (champion_id, asked_at);
create index question_answer_by_idx on question (answer_by);
