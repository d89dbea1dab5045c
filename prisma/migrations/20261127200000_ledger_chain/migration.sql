-- The chain of hashes over the book (I10): one row per transaction, in the order in which they were sealed.
create table ledger_chain (
  position       bigint not null,
  transaction_id text not null references ledger_transaction (id),
  hash           text not null,
  created_at     timestamptz(3) not null default app_now(),
  constraint ledger_chain_pkey primary key (position)
);
create unique index ledger_chain_transaction_id_key on ledger_chain (transaction_id);
create trigger append_only before update or delete or truncate on ledger_chain
  for each statement execute function platform.refuse_change();

-- What the chain reads on from, and the pages of the book: by seal, by moment, and one account's entries in their order.
create index ledger_transaction_xid_id_idx on ledger_transaction (xid, id);
create index ledger_transaction_recorded_at_id_idx on ledger_transaction (recorded_at, id);
create index ledger_entry_account_id_id_idx on ledger_entry (account_id, id);
drop index ledger_entry_account_id_idx;
