-- Demo and test mode only, run with the owner's rights: gives app_now() an offset that can be moved forward.
create table if not exists platform.clock_offset (
  only_row boolean primary key default true check (only_row),
  ahead_by interval not null default '0'
);
insert into platform.clock_offset default values on conflict do nothing;
-- app_now() reads it with the rights of whoever asks the time.
grant select on platform.clock_offset to public;

create or replace function public.app_now() returns timestamptz
  language sql stable as 'select now() + (select ahead_by from platform.clock_offset)';

-- Moves time forward, takes the waiting jobs along, and tells every process.
create or replace function platform.move_clock(by_interval interval) returns timestamptz
  language plpgsql security definer set search_path = public, platform, pg_temp as $$
begin
  if by_interval < '0' then raise exception 'time moves forward only'; end if;
  update platform.clock_offset set ahead_by = ahead_by + by_interval;
  perform jobs.shift_waiting(by_interval);
  perform clicks.ensure_partitions(app_now(), app_now() + interval '3 months');
  perform pg_notify('vouch_clock', '');
  return app_now();
end $$;
