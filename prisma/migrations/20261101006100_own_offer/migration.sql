-- A champion's own offer (W20): one code per membership, good for one order.
create table own_offer_code (
  champion_id        text not null references champion (id),
  program_version_id text not null references program_version (id),
  code               text not null,
  stripe_id          text,
  created_at         timestamptz(3) not null,
  confirmed_at       timestamptz(3),
  used_at            timestamptz(3),
  purchase_id        text references purchase (id),
  constraint own_offer_code_pkey primary key (champion_id)
);
create unique index own_offer_code_code_key on own_offer_code (code);
create unique index own_offer_code_stripe_id_key on own_offer_code (stripe_id);

-- The smallest order a link's code is good for; codes made before this had none.
alter table stripe_promotion_code add column minimum_minor bigint not null default 0;
