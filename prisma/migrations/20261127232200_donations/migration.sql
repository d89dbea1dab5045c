-- Causes that champions may give a reward to, what each champion chose, and what was passed on, one line per cause.
create table cause (
  id         text not null,
  name       text not null,
  created_at timestamptz(3) not null,
  closed_at  timestamptz(3),
  constraint cause_pkey primary key (id)
);
create unique index cause_name_open on cause (lower(name)) where closed_at is null;

create table cause_choice (
  champion_id text not null references champion (id),
  cause_id    text not null references cause (id),
  chosen_at   timestamptz(3) not null,
  constraint cause_choice_pkey primary key (champion_id)
);

create table donation (
  id           text not null,
  cause_id     text not null references cause (id),
  currency     text not null,
  amount_minor bigint not null,
  receipt      text not null,
  given_at     timestamptz(3) not null,
  given_by     text not null,
  constraint donation_pkey primary key (id),
  constraint donation_amount_positive check (amount_minor > 0)
);
create index donation_given_at_idx on donation (given_at);
create trigger append_only before update or delete or truncate on donation
  for each statement execute function platform.refuse_change();
call platform.seal_facts('donation');
