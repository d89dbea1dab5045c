-- The desk's drawers in the order in which they are shown, so that a page of a hundred thousand costs what a page of ten does.
create index reward_waiting on reward (decide_by, created_at desc, id)
  where status in ('pending', 'held') and needs_person;
create index reward_hold on reward (decide_by, created_at desc, id)
  where status in ('pending', 'held') and not needs_person;
create index reward_approved on reward (created_at desc, id)
  where status in ('approved', 'payable', 'in_transit');
create index reward_fulfilled on reward (created_at desc, id)
  where status = 'paid';
create index reward_refused on reward (created_at desc, id)
  where status in ('rejected', 'expired');
create index reward_reversed on reward (created_at desc, id)
  where status in ('partly_reversed', 'reversed');
create index appeal_open on appeal (reward_id) where answered_at is null;
-- How many lie in each, without looking at the rewards themselves.
create index reward_drawer on reward (status, needs_person, program_id, reason);
