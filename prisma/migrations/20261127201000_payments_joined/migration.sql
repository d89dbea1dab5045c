-- A payment that was told under two names before anybody said that they are one (M10): the purchase it counts as.
alter table purchase add column joined_into text references purchase (id);
alter table purchase add constraint purchase_joined_into_another check (joined_into <> id);
-- The seals of purchases speak of the new column too.
call platform.seal_facts('purchase');
