-- R7: from which networks and browsers somebody signed in lately, as the keyed hashes that visits have too (R39). Kept for seven days.
create table sign_in_network (
  person_id           text not null references person (id) on delete cascade,
  network_hash        text not null,
  former_network_hash text,
  agent_hash          text not null,
  signed_in_at        timestamptz(3) not null,
  constraint sign_in_network_pkey primary key (person_id, network_hash, agent_hash)
);
create index sign_in_network_signed_in_at_idx on sign_in_network (signed_in_at);
