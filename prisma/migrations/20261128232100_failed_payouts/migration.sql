-- A payout to somebody's bank that came back (M16): payments wait until there is another bank account than the one it failed at.
alter table payout_account add column failed_payout_id text, add column failed_destination_hash text;
call platform.seal_facts('payout_account', '{read_at}');
