-- What a program granted lately, for its budget (W7).
create index reward_program_id_created_at_idx on reward (program_id, created_at);
