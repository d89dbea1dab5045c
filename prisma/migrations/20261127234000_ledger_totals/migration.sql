-- Running totals of the book at the end of each quarter of an hour in which something was booked (docs/decisions/044). Every
-- local midnight is the end of one. `scope` is an account, or a kind of accounts with a currency.
create table ledger_total (
  measure       text not null,
  scope         text not null,
  quarter       timestamptz(3) not null,
  running_minor bigint not null,
  constraint ledger_total_pkey primary key (measure, scope, quarter)
);

-- How far along the chain the totals have counted. One row.
create table ledger_counted (
  one      boolean not null default true,
  position bigint not null,
  constraint ledger_counted_pkey primary key (one),
  constraint ledger_counted_one check (one)
);

-- What a total was before a moment; null where nothing was counted yet.
create function ledger_total_before(measure text, scope text, before timestamptz) returns bigint
  language sql stable parallel safe
  begin atomic
    select r.running_minor from ledger_total r
     where r.measure = ledger_total_before.measure and r.scope = ledger_total_before.scope and r.quarter < ledger_total_before.before
     order by r.quarter desc limit 1;
  end;

-- What was booked after the totals were last counted: a minute's worth. PostgreSQL cannot know that it is little, so the
-- ways through whole tables are closed to it.
create function ledger_uncounted() returns table (account_id text, kind text, recorded_at timestamptz, amount_minor bigint)
  language sql stable rows 100
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set enable_bitmapscan = off
  begin atomic
    with last as (
      select t.xid, t.id from ledger_counted c join ledger_chain l on l.position = c.position join ledger_transaction t on t.id = l.transaction_id
    )
    select e.account_id, t.kind, t.recorded_at, e.amount_minor
      from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
     where (t.xid, t.id) > (coalesce((select xid from last), 0), coalesce((select id from last), ''));
  end;

-- The accounts of one kind, the newest first.
create index ledger_account_kind_idx on ledger_account (split_part(code, ':', 1), id);
