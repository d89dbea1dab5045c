-- What a reward's due amount is computed from (M4): paid by the friend, and taken back of it so far. A reward that earns
-- nothing from the start is kept too, with its reason (W1), so 0 can be granted where nothing is due.
alter table reward
  add column paid_minor bigint not null,
  add column taken_back_minor bigint not null default 0,
  add column cut_minor bigint not null default 0;
alter table reward drop constraint reward_amounts;
alter table reward add constraint reward_amounts check (
  granted_minor >= 0 and cut_minor >= 0 and due_minor between 0 and granted_minor and paid_minor > 0 and taken_back_minor between 0 and paid_minor);

-- One appeal per decision (W18): a reward that is refused a second time can be appealed a second time.
alter table appeal add column decided_at timestamptz(3) not null;
drop index appeal_reward_id_key;
create unique index appeal_reward_id_decided_at_key on appeal (reward_id, decided_at);

-- Two steps may share their time; the version they made puts them in order.
alter table reward_event add column version integer not null;
drop index reward_event_reward_id_occurred_at_idx;
create index reward_event_reward_id_version_idx on reward_event (reward_id, version);
