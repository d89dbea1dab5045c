-- R12: how risky the provider found a payment, in its own word, and its early warnings of fraud, which may come before the payment.
alter table purchase add column risk_level text;
call platform.seal_facts('purchase');

create table fraud_warning (
  id          text not null,
  key         text not null,
  payment_key text not null,
  kind        text not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  constraint fraud_warning_pkey primary key (id)
);
create unique index fraud_warning_key_key on fraud_warning (key);
create index fraud_warning_payment_key_idx on fraud_warning (payment_key);
call platform.seal_facts('fraud_warning');

-- R13: who else is paid to the same place.
create index payout_account_destination_hash_idx on payout_account (destination_hash);

-- R20: what the company keeps of an order at full price, in percent; null where it said nothing.
alter table trust_policy add column margin_percent integer;
alter table trust_policy add constraint trust_policy_margin_of_100 check (margin_percent between 1 and 100);
