-- What happened, in the ledger's words: two steps between the same statuses are not the same story.
alter table reward_event add column kind text not null default 'grant_reward';
alter table reward_event alter column kind drop default;
