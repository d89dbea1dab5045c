-- How closely each program looks, as owners chose; the latest counts (docs/decisions/030-signals-beside-a-sale.md).
create table trust_policy (
  id text primary key,
  program_id text not null references program (id),
  level text not null check (level in ('relaxed', 'moderate', 'strict')),
  advice_only text[] default '{}',
  banned_hosts text[] default '{}',
  decided_at timestamptz(3) not null,
  decided_by text not null
);
create index trust_policy_program_id_decided_at_idx on trust_policy (program_id, decided_at);

-- What a person judged of a champion and a friend, and which findings lay before them (R34); null takes it back.
create table trust_verdict (
  id text primary key,
  referral_id text not null references referral (id),
  conversion_id text not null references conversion (id),
  genuine boolean,
  rules text[],
  source text not null check (source in ('approval', 'refusal', 'appeal', 'undo')),
  decided_at timestamptz(3) not null,
  decided_by text not null
);
create index trust_verdict_referral_id_decided_at_idx on trust_verdict (referral_id, decided_at);
create index trust_verdict_conversion_id_idx on trust_verdict (conversion_id);

create trigger append_only before update or delete or truncate on trust_policy
  for each statement execute function platform.refuse_change();
create trigger append_only before update or delete or truncate on trust_verdict
  for each statement execute function platform.refuse_change();

-- A card is looked for among all payments (R2).
create index purchase_fingerprint_hash_idx on purchase (fingerprint_hash);
