-- Clicks are written many at a time, by one call, with their totals and under the limits of R18 and A20
-- (docs/decisions/011-clicks-in-batches.md).

-- A link's sub-tag (A5): on the click, in totals of its own, and kept for what is asked about after 90 days (L8).
alter table clicks.click add column tag text;
alter table clicks.kept_channel add column tag text, alter column channel drop not null;
create table clicks.daily_tag (
  link_id   text not null,
  day       date not null,
  tag       text not null,
  counted   integer not null default 0,
  uncounted integer not null default 0,
  primary key (link_id, day, tag)
);

-- What one network did lately is asked for each click; on which links, only then.
drop index clicks.click_network_hash_link_id_occurred_at_idx;
create index on clicks.click (network_hash, occurred_at) where network_hash is not null;

-- Writes clicks once each, at most one of a network in a call. Above 60 a minute from one network nothing is written
-- (A20), above 20 an hour on one link it does not count (R18).
-- Returns the networks that are at the limit: seen when, and when there is room again.
create function clicks.record(
  ids text[], times timestamptz[], links text[], programs text[], reasons text[], devices text[], languages text[],
  countries text[], referrers text[], networks text[], former_networks text[], agents text[], channels text[], tags text[]
) returns table (network text, full_from timestamptz, full_until timestamptz)
  -- Planned once for all sizes, and never by the empty tables of a new installation.
  language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  earliest timestamptz;
  latest timestamptz;
begin
  select min(t), max(t) into earliest, latest from unnest(times) t;
  -- Clicks of one network wait for each other in all processes, so that the limits are exact; always in the same order,
  -- so that none waits in a circle.
  perform pg_advisory_xact_lock(1, stripe)
     from (select distinct hashtext(n) & 63 as stripe from unnest(networks) n where n is not null order by 1) stripes;
  perform pg_advisory_xact_lock(2, of_link)
     from (select distinct hashtext(l) as of_link from unnest(links, tags) as given(l, t) where t is not null order by 1) tagged;
  return query
  with given as materialized (
    select * from unnest(ids, times, links, programs, reasons, devices, languages, countries, referrers, networks,
                         former_networks, agents, channels, tags)
      as g(id, at, link_id, program_id, reason, device, language, country, referrer, network, former, agent, channel, tag)
  ), seen as materialized (
    select g.*, lately.in_minute, lately.on_link, lately.first_in_minute
      from given g cross join lateral (
        select count(*) filter (where k.occurred_at > g.at - interval '1 minute') as in_minute,
               min(k.occurred_at) filter (where k.occurred_at > g.at - interval '1 minute') as first_in_minute,
               count(*) filter (where k.counted and k.link_id = g.link_id) as on_link
          from clicks.click k
         where k.network_hash = any (array[g.network, g.former])
           and k.occurred_at > g.at - interval '1 hour' and k.occurred_at <= g.at
           -- The same for the whole call, so that other months' partitions are not even looked at.
           and k.occurred_at > earliest - interval '1 hour' and k.occurred_at <= latest) lately
  ), written as (
    insert into clicks.click (id, occurred_at, link_id, program_id, counted, reason, device, language, country, referrer_host,
                              network_hash, agent_hash, channel, tag)
    select id, at, link_id, program_id, reason is null and on_link < 20, coalesce(reason, case when on_link >= 20 then 'limit' end),
           device, language, country, referrer, network, agent, channel, tag
      from seen where in_minute < 60
    on conflict do nothing
    returning (occurred_at at time zone 'UTC')::date as day, link_id, channel, tag, counted
  ), totals as (
    insert into clicks.daily as total (day, link_id, channel, counted, uncounted)
    select day, link_id, coalesce(channel, ''), count(*) filter (where counted), count(*) filter (where not counted)
      from written group by 1, 2, 3 order by 1, 2, 3
    on conflict (day, link_id, channel) do update
      set counted = total.counted + excluded.counted, uncounted = total.uncounted + excluded.uncounted
  ), tagged as (
    select w.*, exists (select from clicks.daily_tag d where d.link_id = w.link_id and d.day = w.day and d.tag = w.tag) as met,
           (select count(*) from clicks.daily_tag d where d.link_id = w.link_id and d.day = w.day) as tags_that_day
      from written w where w.tag is not null
  ), tag_totals as (
    insert into clicks.daily_tag as total (day, link_id, tag, counted, uncounted)
    select day, link_id, of_twenty, count(*) filter (where counted), count(*) filter (where not counted)
      from (select t.*, case when met or tags_that_day + dense_rank() over (partition by day, link_id, met order by tag) <= 20
                             then tag else 'other' end as of_twenty
              from tagged t) named
     group by 1, 2, 3 order by 1, 2, 3
    on conflict (link_id, day, tag) do update
      set counted = total.counted + excluded.counted, uncounted = total.uncounted + excluded.uncounted
  )
  select network, at, first_in_minute + interval '1 minute' from seen where in_minute >= 60;
end $$;
