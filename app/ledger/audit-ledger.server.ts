import type { Tx } from "~/platform/db.server";
import { missingTriggers } from "~/platform/missing-triggers.server";
import { ADJUST_KIND, PAYABLE_KINDS } from "./chart-of-accounts";

export interface LedgerFinding {
  invariant: "I1" | "I2" | "I3" | "I4" | "I5" | "I6" | "I7" | "I8" | "I9" | "I10";
  /** The id of the first row that is wrong, or what is missing. */
  subject: string;
  detail: string;
}

const GUARDS = [
  "ledger_transaction.append_only",
  "ledger_transaction.seal",
  "ledger_transaction.complete",
  "ledger_entry.append_only",
  "ledger_entry.sealed",
  "ledger_entry.balanced",
  "ledger_account.append_only",
  "ledger_chain.append_only",
];

/**
 * Recomputes the whole book and names every row that breaks I1 to I7 and I9. Nothing found is an empty list.
 */
export async function auditLedger(tx: Tx): Promise<LedgerFinding[]> {
  const rows = await tx.$queryRaw<LedgerFinding[]>`
    with pair as (
      select e.transaction_id, e.currency, sum(e.amount_minor) as total
        from ledger_entry e group by e.transaction_id, e.currency
    ), turned as (
      select t.id, t.reverses_id from ledger_transaction t where t.reverses_id is not null
    )
    select 'I1' as invariant, transaction_id as subject, 'off by ' || total || ' ' || currency as detail
      from pair where total <> 0
    union all
    select 'I1', t.id, 'has ' || count(e.id) || ' entries'
      from ledger_transaction t left join ledger_entry e on e.transaction_id = t.id group by t.id having count(e.id) < 2
    union all
    select 'I2', currency, 'whole book off by ' || sum(amount_minor)
      from ledger_entry group by currency having sum(amount_minor) <> 0
    union all
    select 'I3', e.id, 'entry of ' || e.amount_minor || ' ' || e.currency || ' on an account in ' || coalesce(a.currency, 'no currency')
      from ledger_entry e left join ledger_account a on a.id = e.account_id
     where e.amount_minor = 0 or a.currency is distinct from e.currency
    union all
    select 'I3', a.id, 'account ' || a.code || ' without an entry'
      from ledger_account a where not exists (select 1 from ledger_entry e where e.account_id = a.id)
    union all
    select 'I6', e.id, 'belongs to no transaction'
      from ledger_entry e where not exists (select 1 from ledger_transaction t where t.id = e.transaction_id)
    union all
    select 'I5', reverses_id, 'reversed ' || count(*) || ' times' from turned group by reverses_id having count(*) > 1
    union all
    select 'I5', t.id, 'is not the mirror of ' || t.reverses_id from turned t
     where exists (
       select 1 from ledger_entry e where e.transaction_id in (t.id, t.reverses_id)
        group by e.account_id having sum(e.amount_minor) <> 0)
    union all
    -- A row's xmin is the database transaction that last wrote it. Where the transaction row still bears the one it was
    -- sealed with, each entry must bear the same: otherwise it came later or was changed.
    select 'I6', e.id, 'was written apart from its transaction ' || t.id
      from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
     where t.xmin::text::bigint = t.xid % 4294967296 and e.xmin::text <> t.xmin::text
    union all
    select 'I7', idem_key, 'key used ' || count(*) || ' times' from ledger_transaction group by idem_key having count(*) > 1
    union all
    select 'I9', a.code, 'owes ' || sum(e.amount_minor) || ' ' || a.currency || ', more than was taken back'
      from ledger_account a
      join ledger_entry e on e.account_id = a.id
      join ledger_transaction t on t.id = e.transaction_id
     where split_part(a.code, ':', 1) = any(${PAYABLE_KINDS})
     group by a.id
    having sum(e.amount_minor) > greatest(0, sum(e.amount_minor) filter (where t.kind = ${ADJUST_KIND}))`;
  // I4: the triggers that refuse edits, late entries and unbalanced sums are there and switched on.
  const off = (await missingTriggers(tx, GUARDS)).map((subject) => ({ invariant: "I4" as const, subject, detail: "the trigger is missing or switched off" }));
  return [...off, ...rows];
}
