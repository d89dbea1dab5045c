-- A reward for a milestone stands beside what a payment earned, for the number of friends it was given for.
alter table reward add column milestone integer not null default 0;
alter table reward add constraint reward_milestone check (milestone >= 0);
call platform.seal_facts('reward');

-- Once per rule, conversion, champion and side, as before; a conversion may have reached two milestones of one rule.
drop index reward_rule_key_conversion_id_champion_id_side_key;
create unique index reward_rule_key_conversion_id_champion_id_side_milestone_key
  on reward (rule_key, conversion_id, champion_id, side, milestone);
-- Each milestone is reached once, whichever friend turns out to have reached it.
create unique index reward_of_milestone on reward (champion_id, rule_key, milestone) where milestone > 0;
