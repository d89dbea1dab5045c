-- A sign-up is decided as a payment is, with its checks in order (S4). One told before this gets its decision with the
-- next fact about the same friend.
alter table conversion
  alter column purchase_id drop not null,
  add column lead_id text references lead (id),
  add constraint conversion_of_payment_or_sign_up check (num_nonnulls(purchase_id, lead_id) = 1);
create unique index conversion_lead_id_key on conversion (lead_id);
create index lead_customer_id_idx on lead (customer_id);

-- A person may decide about a sign-up too (A19).
alter table hand_attribution
  alter column purchase_id drop not null,
  add column lead_id text references lead (id),
  add constraint hand_attribution_of_payment_or_sign_up check (num_nonnulls(purchase_id, lead_id) = 1);
create unique index hand_attribution_lead_id_basis_key on hand_attribution (lead_id, basis);
