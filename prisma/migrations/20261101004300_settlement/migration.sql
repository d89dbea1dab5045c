-- When the provider pays the money of a payment out to us, as far as it has told: a reward waits for it (W9).
alter table purchase add column settles_at timestamptz(3);
