-- Attribution by hand (A19): a fact like the others, kept for ever; the latest about a friend counts.
create table hand_attribution (
  id          text not null,
  purchase_id text not null references purchase (id),
  program_id  text references program (id),
  champion_id text references champion (id),
  link_id     text references link (id),
  reason      text not null,
  by          text not null,
  basis       text not null,
  decided_at  timestamptz(3) not null,
  constraint hand_attribution_pkey primary key (id),
  constraint hand_attribution_to_somebody_or_nobody check (num_nonnulls(program_id, champion_id, link_id) in (0, 3))
);
-- Two people who looked at the same decision change it once.
create unique index hand_attribution_purchase_id_basis_key on hand_attribution (purchase_id, basis);
create trigger append_only before update or delete or truncate on hand_attribution
  for each statement execute function platform.refuse_change();

-- A bind comes from a touch or from a person.
alter table referral
  alter column touch_id drop not null,
  add column hand_attribution_id text references hand_attribution (id),
  add constraint referral_from_touch_or_hand check (num_nonnulls(touch_id, hand_attribution_id) = 1);
