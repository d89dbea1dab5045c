-- Where a person's money goes: their account at Stripe, as Stripe last told it. Bank and identity data stay there (L10).
create table payout_account (
  person_id          text not null references person (id),
  stripe_account_id  text not null,
  country            text,
  details_submitted  boolean not null default false,
  transfers_ready    boolean not null default false,
  -- A keyed hash of the bank account, to notice another one (F37), and its last four signs for its owner.
  destination_hash   text,
  last4              text,
  details_changed_at timestamptz(3),
  closed_at          timestamptz(3),
  created_at         timestamptz(3) not null,
  read_at            timestamptz(3) not null,
  constraint payout_account_pkey primary key (person_id),
  constraint payout_account_last4_shape check (last4 ~ '^[0-9A-Za-z]{2,4}$')
);
create unique index payout_account_stripe_account_id_key on payout_account (stripe_account_id);
call platform.seal_facts('payout_account', '{read_at}');

-- Since when a payment is large enough to leave, together with all that waited for it (M14).
alter table instruction add column cleared_at timestamptz(3);
call platform.seal_facts('instruction');

-- A second endpoint of the same address hears of connected accounts.
alter table provider_connection add column connect_endpoint_id text, add column connect_secret_sealed bytea;
