-- The same as before with less work for nearly every click: only networks that were here lately are compared with the
-- limits, and only clicks with a sub-tag ask about sub-tags (docs/decisions/011-clicks-in-batches.md).
create or replace function clicks.record(
  ids text[], times timestamptz[], links text[], programs text[], reasons text[], devices text[], languages text[],
  countries text[], referrers text[], networks text[], former_networks text[], agents text[], channels text[], tags text[]
) returns table (network text, full_from timestamptz, full_until timestamptz)
  -- Planned once for all sizes, and never by the empty tables of a new installation.
  language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  earliest timestamptz;
  latest timestamptz;
  met text[];
  seen record;
  unwritten text[] = '{}';
  uncounted text[] = '{}';
begin
  -- Clicks of one network wait for each other in all processes, so that the limits are exact; always in the same order,
  -- so that none waits in a circle.
  perform pg_advisory_xact_lock(1, stripe)
     from (select distinct hashtext(n) & 63 as stripe from unnest(networks) n where n is not null order by 1) stripes;

  -- An hour and all months it touches, the same for the whole call: other months' partitions are not even looked at.
  select min(t), max(t) into earliest, latest from unnest(times) t;
  select array_agg(distinct k.network_hash) into met from clicks.click k
   where k.network_hash = any (networks || former_networks)
     and k.occurred_at > earliest - interval '1 hour' and k.occurred_at <= latest;
  if met is not null then
    for seen in
      select g.id, g.network, g.at, lately.*
        from unnest(ids, times, links, networks, former_networks) as g(id, at, link_id, network, former)
       cross join lateral (
         select count(*) filter (where k.occurred_at > g.at - interval '1 minute') as in_minute,
                min(k.occurred_at) filter (where k.occurred_at > g.at - interval '1 minute') as first_in_minute,
                count(*) filter (where k.counted and k.link_id = g.link_id) as on_link
           from clicks.click k
          where k.network_hash = any (array[g.network, g.former])
            and k.occurred_at > g.at - interval '1 hour' and k.occurred_at <= g.at
            and k.occurred_at > earliest - interval '1 hour' and k.occurred_at <= latest) lately
       where g.network = any (met) or g.former = any (met)
    loop
      if seen.in_minute >= 60 then
        unwritten = unwritten || seen.id;
        network = seen.network;
        full_from = seen.at;
        full_until = seen.first_in_minute + interval '1 minute';
        return next;
      elsif seen.on_link >= 20 then
        uncounted = uncounted || seen.id;
      end if;
    end loop;
  end if;

  with written as (
    insert into clicks.click (id, occurred_at, link_id, program_id, counted, reason, device, language, country, referrer_host,
                              network_hash, agent_hash, channel, tag)
    select id, at, link_id, program_id, reason is null and id <> all (uncounted),
           coalesce(reason, case when id = any (uncounted) then 'limit' end), device, language, country, referrer,
           network, agent, channel, tag
      from unnest(ids, times, links, programs, reasons, devices, languages, countries, referrers, networks, agents, channels, tags)
        as g(id, at, link_id, program_id, reason, device, language, country, referrer, network, agent, channel, tag)
     where id <> all (unwritten)
    on conflict do nothing
    returning (occurred_at at time zone 'UTC')::date as day, link_id, channel, counted
  )
  insert into clicks.daily as total (day, link_id, channel, counted, uncounted)
  select day, link_id, coalesce(channel, ''), count(*) filter (where counted), count(*) filter (where not counted)
    from written group by 1, 2, 3 order by 1, 2, 3
  on conflict (day, link_id, channel) do update
    set counted = total.counted + excluded.counted, uncounted = total.uncounted + excluded.uncounted;

  if array_remove(tags, null) <> '{}' then perform clicks.add_tags(ids, earliest, latest); end if;
end $$;

-- Adds the clicks that this transaction wrote to the totals of their sub-tags. Twenty of a link and day have their own, the
-- others are told together.
create function clicks.add_tags(ids text[], earliest timestamptz, latest timestamptz) returns void language plpgsql as $$
begin
  -- In one order after all other locks; the count below must see what others wrote.
  perform pg_advisory_xact_lock(2, of_link)
     from (select distinct hashtext(k.link_id) as of_link from clicks.click k
            where k.id = any (ids) and k.occurred_at between earliest and latest and k.tag is not null order by 1) tagged;
  insert into clicks.daily_tag as total (day, link_id, tag, counted, uncounted)
  with tagged as (
    select (k.occurred_at at time zone 'UTC')::date as day, k.link_id, k.tag, k.counted
      from clicks.click k
     where k.id = any (ids) and k.occurred_at between earliest and latest and k.tag is not null
       and k.xmin = pg_current_xact_id()::xid
  ), placed as (
    select t.*, exists (select from clicks.daily_tag d where d.link_id = t.link_id and d.day = t.day and d.tag = t.tag) as met,
           (select count(*) from clicks.daily_tag d where d.link_id = t.link_id and d.day = t.day) as tags_that_day
      from tagged t
  )
  select day, link_id, own_or_other, count(*) filter (where counted), count(*) filter (where not counted)
    from (select p.*, case when met or tags_that_day + dense_rank() over (partition by day, link_id, met order by tag) <= 20
                           then tag else 'other' end as own_or_other
            from placed p) named
   group by 1, 2, 3 order by 1, 2, 3
  on conflict (link_id, day, tag) do update
    set counted = total.counted + excluded.counted, uncounted = total.uncounted + excluded.uncounted;
end $$;
