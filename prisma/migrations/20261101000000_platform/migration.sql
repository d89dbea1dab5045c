-- What every room stands on: domain time, the order of facts, signs of life of the workers, limits.

create schema platform;
create schema clicks;

-- All domain time comes from here. In production it is simply now(), and `prisma/sql/demo-clock.sql` replaces it with one
-- that can be moved, in demo and test mode only.
create function public.app_now() returns timestamptz
  language sql stable as 'select now()';

-- The order in which facts became known to us; read models follow it.
create sequence public.fact_sequence;

-- One row per worker process, keyed by the pool id of graphile-worker, which is what its jobs are locked by.
create table platform.worker_heartbeat (
  pool_id  text primary key,
  beat_at  timestamptz not null,
  died_at  timestamptz
);

-- Counters of rate-limiter-flexible: shared by all processes, kept over a restart.
create table platform.rate_limit (
  key    text primary key,
  points integer not null,
  expire bigint
);
