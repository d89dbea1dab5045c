-- Where Stripe and this portal differ (M18): a task for a person, one open at a time for each thing.
create table drift (
  id        text not null,
  kind      text not null,
  object    text not null,
  reward_id text references reward (id),
  ours      text,
  theirs    text,
  found_at  timestamptz(3) not null,
  seen_at   timestamptz(3) not null,
  closed_at timestamptz(3),
  closed_by text,
  note      text,
  constraint drift_pkey primary key (id),
  constraint drift_closed_whole check ((closed_at is null) = (closed_by is null)),
  constraint drift_note_of_person check ((note is not null) = (coalesce(closed_by, 'system') <> 'system'))
);
create unique index drift_one_open on drift (kind, object) where closed_at is null;
create index drift_kind_object_found_at_idx on drift (kind, object, found_at);
create index drift_closed_at_idx on drift (closed_at);
