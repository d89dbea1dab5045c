-- Two codes that a reader or listener could take for one another cannot both exist: O and 0, I, L and 1, with or
-- without a hyphen. `lookalikeOf` in `app/sharing/referral-code.ts` computes the same.
create unique index referral_code_lookalike on referral_code (translate(key, 'OIL-', '011'));

-- Which share button, QR code or poster a click came through, when its address says so.
alter table clicks.click add column channel text;
