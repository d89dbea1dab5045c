-- A restored amount goes along with the next hand-over (I16): then less than nothing is netted.
alter table instruction drop constraint instruction_amounts;
alter table instruction add constraint instruction_amounts check (amount_minor >= 0);
create index instruction_champion_id_status_idx on instruction (champion_id, status);
