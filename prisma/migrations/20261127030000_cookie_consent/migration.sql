-- A friend's yes to being remembered by a cookie (L3): when, and to which words. Tied to a claimed click, to no person.
create table cookie_consent (
  click_id text not null references claim (click_id),
  wording  text not null,
  given_at timestamptz(3) not null,
  constraint cookie_consent_pkey primary key (click_id)
);
