-- Run by the role that owns the job tables. The app adds jobs through this one door, inside its own transaction;
-- graphile-worker's tables themselves stay closed to it.
create schema if not exists jobs;

create or replace function jobs.enqueue(
  identifier text, payload json, queue_name text, run_at timestamptz, max_attempts integer, job_key text, key_mode text
) returns void
  -- The library joins its jobs with a list that PostgreSQL takes for a hundred: it would read every waiting job.
  language sql security definer set search_path = graphile_worker, pg_temp set enable_seqscan = off as $$
  select graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, job_key, 0, null, key_mode);
$$;

-- When the demo's time is moved, waiting jobs move with it: the library itself lives on real time.
create or replace function jobs.shift_waiting(by_interval interval) returns integer
  language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
declare
  moved integer;
  due integer;
begin
  with shifted as (
    update graphile_worker._private_jobs set run_at = run_at - by_interval
     where locked_at is null and attempts < max_attempts
    returning run_at
  ) select count(*), count(*) filter (where run_at <= now()) into moved, due from shifted;
  -- What the library's own trigger says when a job is added: workers look at once instead of at their next round.
  if due > 0 then perform pg_notify('jobs:insert', json_build_object('count', due)::text); end if;
  return moved;
end $$;

-- Jobs that run or could run now: 0 when all is quiet.
create or replace function jobs.waiting() returns integer
  language sql security definer set search_path = graphile_worker, pg_temp as $$
  select count(*)::integer from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts;
$$;

-- Jobs that used up their tries: the dead-letter list (a row stays until a person or a replay removes it).
create or replace view jobs.dead_letter as
  select j.id::text as id, t.identifier, j.attempts, j.last_error, j.updated_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   where j.attempts >= j.max_attempts and j.locked_at is null;

revoke all on all functions in schema jobs from public;
