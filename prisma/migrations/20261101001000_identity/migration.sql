-- A person who only asked for a code is forgotten after a day; the address itself is needed on the person alone.
alter table person add column unproven_until timestamptz(3);
create index person_unproven_until_idx on person (unproven_until);
alter table sign_in_code drop column email_sealed;
create index sign_in_code_browser_hash_area_created_at_idx on sign_in_code (browser_hash, area, created_at);
