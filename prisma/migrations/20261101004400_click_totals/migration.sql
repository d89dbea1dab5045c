-- A click is deleted after 90 days (L8). Everything a figure needs of it is kept before: a day's totals by channel, told
-- anew from the clicks there are, and the channel of those that were claimed or whose token was presented.
alter table clicks.daily add column channel text not null default '';
alter table clicks.daily drop constraint daily_pkey;
delete from clicks.daily;
insert into clicks.daily (day, link_id, channel, counted, uncounted)
select (occurred_at at time zone 'UTC')::date, link_id, coalesce(channel, ''),
       count(*) filter (where counted), count(*) filter (where not counted)
  from clicks.click group by 1, 2, 3;
alter table clicks.daily add primary key (day, link_id, channel);
create index on clicks.daily (link_id);
create index on clicks.click (occurred_at);

create table clicks.kept_channel (
  click_id text primary key,
  channel  text not null
);
