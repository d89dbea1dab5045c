-- A friend's own reward stands on an account of its own; a hand-over names the account it is taken off.
alter table instruction add column account text;
update instruction set account = 'champion_payable:' || champion_id;
alter table instruction alter column account set not null;
drop index instruction_champion_id_status_idx;
create index instruction_account_status_idx on instruction (account, status);
create index instruction_champion_id_rail_idx on instruction (champion_id, rail);
call platform.seal_facts('instruction');

-- What one friend has for themselves, by recommendation.
create index reward_of_friend on reward (referral_id) where side = 'friend';
