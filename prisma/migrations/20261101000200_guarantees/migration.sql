-- What PostgreSQL itself refuses, whoever asks: edits of facts, unbalanced or late money, dangling references.

-- ---------------------------------------------------------------------------------------------------------------
-- Append-only tables (I4)

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end $$;

do $$
declare name text;
begin
  foreach name in array array['ledger_transaction', 'ledger_entry', 'ledger_account', 'audit_entry', 'program_version',
                              'terms_version', 'terms_acceptance', 'touch', 'reward_event', 'conversion_touch']
  loop
    execute format('create trigger append_only before update or delete or truncate on public.%I
                    for each statement execute function platform.refuse_change()', name);
  end loop;
end $$;

-- ---------------------------------------------------------------------------------------------------------------
-- The ledger (I1, I3, I5, I6)

alter table ledger_entry
  add constraint ledger_entry_amount_not_zero check (amount_minor <> 0),
  add constraint ledger_entry_transaction_fkey foreign key (transaction_id) references ledger_transaction (id),
  add constraint ledger_entry_account_fkey foreign key (account_id) references ledger_account (id);
alter table ledger_transaction
  add constraint ledger_transaction_reverses_fkey foreign key (reverses_id) references ledger_transaction (id),
  add constraint ledger_transaction_not_own_reversal check (reverses_id <> id);
alter table ledger_account
  add constraint ledger_account_currency_shape check (currency ~ '^[A-Z]{3}$');

-- The seal: the database transaction that made the row. Written by a trigger, never by the caller.
create function platform.seal_ledger_transaction() returns trigger language plpgsql as $$
begin
  new.xid := pg_current_xact_id()::text::bigint;
  return new;
end $$;
create trigger seal before insert on ledger_transaction
  for each row execute function platform.seal_ledger_transaction();

create function platform.check_ledger_entry() returns trigger language plpgsql as $$
declare
  sealed bigint;
  account_currency text;
begin
  select xid into sealed from ledger_transaction where id = new.transaction_id;
  if sealed is distinct from pg_current_xact_id()::text::bigint then
    raise exception 'ledger transaction % is sealed: a late entry is refused', new.transaction_id
      using errcode = 'integrity_constraint_violation';
  end if;
  select currency into account_currency from ledger_account where id = new.account_id;
  if account_currency is distinct from new.currency then
    raise exception 'entry in % on an account in %', new.currency, account_currency
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger sealed before insert on ledger_entry
  for each row execute function platform.check_ledger_entry();

-- At commit: at least two entries, and sum 0 per currency.
create function platform.check_ledger_balance() returns trigger language plpgsql as $$
declare
  tx_id text;
  bad record;
begin
  -- Two statements, not one CASE: each names a column that only one of the two tables has.
  if tg_table_name = 'ledger_entry' then tx_id := new.transaction_id; else tx_id := new.id; end if;
  if (select count(*) from ledger_entry where transaction_id = tx_id) < 2 then
    raise exception 'ledger transaction % has fewer than two entries', tx_id
      using errcode = 'integrity_constraint_violation';
  end if;
  select currency, sum(amount_minor) as total into bad
    from ledger_entry where transaction_id = tx_id group by currency having sum(amount_minor) <> 0 limit 1;
  if found then
    raise exception 'ledger transaction % does not balance: % %', tx_id, bad.total, bad.currency
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger balanced after insert on ledger_entry
  deferrable initially deferred for each row execute function platform.check_ledger_balance();
create constraint trigger complete after insert on ledger_transaction
  deferrable initially deferred for each row execute function platform.check_ledger_balance();

-- ---------------------------------------------------------------------------------------------------------------
-- Money is whole and amounts make sense

alter table purchase add constraint purchase_amounts check (
  paid_minor >= 0 and tax_minor >= 0 and shipping_minor >= 0 and discount_minor >= 0 and currency ~ '^[A-Z]{3}$');
alter table refund add constraint refund_amount check (amount_minor > 0 and currency ~ '^[A-Z]{3}$');
alter table reward add constraint reward_amounts check (granted_minor > 0 and due_minor between 0 and granted_minor);
alter table instruction add constraint instruction_amounts check (amount_minor >= 0 and netted_minor >= 0);

-- ---------------------------------------------------------------------------------------------------------------
-- References. Clicks are statistics: nothing refers to them and they refer to nothing.

alter table session add foreign key (person_id) references person (id);
alter table staff_member add foreign key (person_id) references person (id);
alter table passkey add foreign key (person_id) references person (id);
alter table totp_factor add foreign key (person_id) references person (id);
alter table consent add foreign key (person_id) references person (id);
alter table email_change add foreign key (person_id) references person (id);
alter table program_version add foreign key (program_id) references program (id);
alter table terms_version add foreign key (program_id) references program (id);
alter table program
  add foreign key (current_version_id) references program_version (id),
  add foreign key (current_terms_id) references terms_version (id);
alter table champion
  add foreign key (person_id) references person (id),
  add foreign key (program_id) references program (id);
alter table terms_acceptance
  add foreign key (champion_id) references champion (id),
  add foreign key (terms_version_id) references terms_version (id);
alter table invitation add foreign key (program_id) references program (id);
alter table link add foreign key (champion_id) references champion (id);
create unique index link_one_main on link (champion_id) where is_main;
alter table referral_code add foreign key (link_id) references link (id);
create unique index referral_code_one_current on referral_code (link_id) where is_current;
alter table customer add foreign key (person_id) references person (id);
alter table purchase add foreign key (customer_id) references customer (id);
alter table purchase_line add foreign key (purchase_id) references purchase (id);
alter table touch add foreign key (link_id) references link (id);
alter table referral
  add foreign key (champion_id) references champion (id),
  add foreign key (program_version_id) references program_version (id),
  add foreign key (touch_id) references touch (id);
alter table conversion
  add foreign key (purchase_id) references purchase (id),
  add foreign key (referral_id) references referral (id);
alter table conversion_touch
  add foreign key (conversion_id) references conversion (id),
  add foreign key (touch_id) references touch (id);
create unique index conversion_one_winner on conversion_touch (conversion_id) where won;
alter table trust_check add foreign key (conversion_id) references conversion (id);
alter table reward
  add foreign key (conversion_id) references conversion (id),
  add foreign key (champion_id) references champion (id),
  add foreign key (referral_id) references referral (id);
alter table reward_event add foreign key (reward_id) references reward (id);
alter table appeal add foreign key (reward_id) references reward (id);
alter table instruction add foreign key (reward_id) references reward (id);
alter table mail add foreign key (person_id) references person (id);
alter table mail_opt_out add foreign key (person_id) references person (id);

-- ---------------------------------------------------------------------------------------------------------------
-- Clicks: statistics in month partitions. The key includes the time; network and agent are expiring keyed hashes.

create table clicks.click (
  id            text not null,
  occurred_at   timestamptz not null,
  link_id       text not null,
  program_id    text not null,
  counted       boolean not null,
  -- why it does not count (R18): bot, prefetch, head, limit
  reason        text,
  device        text not null,
  language      text not null,
  country       text not null,
  referrer_host text,
  network_hash  text,
  agent_hash    text,
  primary key (id, occurred_at)
) partition by range (occurred_at);
create index on clicks.click (link_id, occurred_at);
create index on clicks.click (network_hash, link_id, occurred_at) where network_hash is not null;

create table clicks.daily (
  day       date not null,
  link_id   text not null,
  counted   integer not null default 0,
  uncounted integer not null default 0,
  primary key (day, link_id)
);

-- Makes the month partitions from `first` to `last`. Runs with the owner's rights, because the app may not make tables.
create function clicks.ensure_partitions(first timestamptz, last timestamptz) returns integer
  language plpgsql security definer set search_path = clicks, pg_temp as $$
declare
  month timestamptz := date_trunc('month', first, 'UTC');
  made integer := 0;
  partition text;
begin
  perform pg_advisory_xact_lock(hashtext('clicks.ensure_partitions'));
  while month <= last loop
    partition := 'click_' || to_char(month at time zone 'UTC', 'YYYY_MM');
    if to_regclass('clicks.' || partition) is null then
      execute format('create table clicks.%I partition of clicks.click for values from (%L) to (%L)',
                     partition, month, month + interval '1 month');
      made := made + 1;
    end if;
    month := month + interval '1 month';
  end loop;
  return made;
end $$;
select clicks.ensure_partitions(now() - interval '1 month', now() + interval '3 months');
