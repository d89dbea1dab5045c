-- What a friend claimed, carried through the sign-in on the server (A14): with the request, until the mailbox is proven,
alter table sign_in_code add column claimed text[] default '{}';

-- and from then on for that mailbox, until a sign-up or payment of the same mailbox has taken it in (A15).
create table carried_claims (
  source       text not null,
  email_hash   text not null,
  tokens       text[],
  presented_at timestamptz(3) not null,
  constraint carried_claims_pkey primary key (source)
);
create index carried_claims_email_hash_idx on carried_claims (email_hash);
create index carried_claims_presented_at_idx on carried_claims (presented_at);
