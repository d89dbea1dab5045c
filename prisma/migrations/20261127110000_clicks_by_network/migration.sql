-- The limits ask what one network did lately. On a new installation, whose tables look empty to the planner, an index on the
-- moment alone looks as good for that and reads every click of the hour. Nothing else needs it: a link's clicks have an
-- index of their own, and old clicks are deleted by month and once a day.
drop index clicks.click_occurred_at_idx;

-- The same as before, with what the caller knows already told by the caller: the moments of the oldest and the newest click, the
-- stripes that the networks belong to, in ascending order, and null in place of an array that holds nothing but nulls.
drop function clicks.record(
  text[], timestamptz[], text[], text[], text[], text[], text[], text[], text[], text[], text[], text[], text[], text[]
);
create function clicks.record(
  ids text[], times timestamptz[], links text[], programs text[], reasons text[], devices text[], languages text[],
  countries text[], referrers text[], networks text[], former_networks text[], agents text[], channels text[], tags text[],
  earliest timestamptz, latest timestamptz, stripes integer[]
) returns table (network text, full_from timestamptz, full_until timestamptz)
  -- Planned once for all sizes, and never by the empty tables of a new installation.
  language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  met text[];
  seen record;
begin
  -- Clicks of one network wait for each other in all processes, so that the limits are exact; always in the same order,
  -- so that none waits in a circle.
  perform pg_advisory_xact_lock(1, stripe) from unnest(stripes) stripe;

  -- An hour and all months it touches, the same for the whole call: other months' partitions are not even looked at.
  -- Network by network: asked for many at once, the planner may find it cheaper to read the whole hour.
  select array_agg(n) into met
    from unnest(networks || former_networks) n
   cross join lateral (
     select from clicks.click k
      where k.network_hash = n and k.occurred_at > earliest - interval '1 hour' and k.occurred_at <= latest limit 1) lately;
  if met is not null then
    for seen in
      select g.n, g.network, g.at, lately.*
        from unnest(times, links, networks, former_networks) with ordinality as g(at, link_id, network, former, n)
       cross join lateral (
         select count(*) filter (where k.occurred_at > g.at - interval '1 minute') as in_minute,
                min(k.occurred_at) filter (where k.occurred_at > g.at - interval '1 minute') as first_in_minute,
                count(*) filter (where k.counted and k.link_id = g.link_id) as on_link
           from unnest(array[g.network, g.former]) n
          cross join lateral (
            select * from clicks.click c
             where c.network_hash = n and c.occurred_at > g.at - interval '1 hour' and c.occurred_at <= g.at
               and c.occurred_at > earliest - interval '1 hour' and c.occurred_at <= latest offset 0) k) lately
       where g.network = any (met) or g.former = any (met)
    loop
      if seen.in_minute >= 60 then
        ids[seen.n] = null;
        network = seen.network;
        full_from = seen.at;
        full_until = seen.first_in_minute + interval '1 minute';
        return next;
      elsif seen.on_link >= 20 then
        reasons = coalesce(reasons, array_fill(null::text, array[cardinality(ids)]));
        reasons[seen.n] = coalesce(reasons[seen.n], 'limit');
      end if;
    end loop;
  end if;

  with written as (
    insert into clicks.click (id, occurred_at, link_id, program_id, counted, reason, device, language, country, referrer_host,
                              network_hash, agent_hash, channel, tag)
    select id, at, link_id, program_id, reason is null, reason, device, language, country, referrer, network, agent, channel, tag
      from unnest(ids, times, links, programs, reasons, devices, languages, countries, referrers, networks, agents, channels, tags)
        as g(id, at, link_id, program_id, reason, device, language, country, referrer, network, agent, channel, tag)
     where id is not null
    on conflict do nothing
    returning (occurred_at at time zone 'UTC')::date as day, link_id, channel, counted
  )
  insert into clicks.daily as total (day, link_id, channel, counted, uncounted)
  select day, link_id, coalesce(channel, ''), count(*) filter (where counted), count(*) filter (where not counted)
    from written group by 1, 2, 3 order by 1, 2, 3
  on conflict (day, link_id, channel) do update
    set counted = total.counted + excluded.counted, uncounted = total.uncounted + excluded.uncounted;

  if tags is not null then perform clicks.add_tags(ids, earliest, latest); end if;
end $$;
