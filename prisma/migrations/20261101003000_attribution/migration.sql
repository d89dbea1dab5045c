-- A decision is computed from facts and computed again when late facts arrive (A6). Which touch won is part of it, not a
-- fact of its own: touches stay append-only, what a decision made of them is written anew with the decision.
drop trigger append_only on conversion_touch;

alter table referral add column void_reason text;

create index customer_organisation_id_idx on customer (organisation_id);

create table provider_cursor (
  name       text not null,
  position   timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint provider_cursor_pkey primary key (name)
);
