import type { Tx } from "~/platform/db.server";
import { SqlFragment } from "~/platform/sql.server";
import type { ChainedTransaction } from "./chain-hash.server";

export interface ChainHead {
  /** How many transactions the chain holds. */
  position: bigint;
  hash: string;
}

const WHOLE = new SqlFragment(`
  t.id, t.kind, t.idem_key, t.input_hash, t.subject, t.reverses_id, t.by, t.occurred_at, t.recorded_at, t.xid,
  (select coalesce(json_agg(json_build_array(e.id, e.account_id, a.code, a.currency, e.currency, e.amount_minor::text) order by e.id), '[]')
     from ledger_entry e left join ledger_account a on a.id = e.account_id where e.transaction_id = t.id) as entries`);

/** The last link; null while there is none. */
export async function findChainHead(tx: Tx): Promise<ChainHead | null> {
  return await tx.ledgerChain.findFirst({ orderBy: { position: "desc" }, select: { position: true, hash: true } });
}

/** One writer at a time: others wait until the end of this transaction. */
export async function lockChain(tx: Tx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('ledger.chain'))::text`;
}

/**
 * The transactions that come next, in the order of their seals. Those of database transactions still at work wait with
 * everything behind them, so that none slips in before a link that stands.
 */
export async function listUnchained(tx: Tx, limit: number): Promise<ChainedTransaction[]> {
  return await tx.sql.rows<ChainedTransaction>`
    with last as (
      select t.xid, t.id from ledger_transaction t
       where t.id = (select transaction_id from ledger_chain order by position desc limit 1)
    )
    select ${WHOLE} from ledger_transaction t
     where (t.xid, t.id) > (coalesce((select xid from last), 0), coalesce((select id from last), ''))
       and t.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
     order by t.xid, t.id limit ${limit}`;
}

export function insertLinks(tx: Tx, links: { position: bigint; transactionId: string; hash: string }[]): void {
  tx.sql.insert("ledger_chain", links);
}

/** A link with what it seals, as far as that is still there. */
export type StoredLink = { position: bigint; transactionId: string; hash: string; foundId: string | null } & Omit<ChainedTransaction, "id">;

/** The links after a position, in their order. */
export async function listLinksAfter(tx: Tx, position: bigint, limit: number): Promise<StoredLink[]> {
  const rows = await tx.sql.rows<StoredLink & { id: string | null }>`
    select c.position, c.transaction_id, c.hash, ${WHOLE}
      from ledger_chain c left join ledger_transaction t on t.id = c.transaction_id
     where c.position > ${position} order by c.position limit ${limit}`;
  return rows.map(({ id, ...row }) => ({ ...row, foundId: id }));
}

/** Transactions without a link that should have one: sealed before the last link, or recorded before `settled`. */
export async function listLeftOut(tx: Tx, settled: Date, limit: number): Promise<{ id: string }[]> {
  return await tx.sql.rows<{ id: string }>`
    with last as (
      select t.xid, t.id from ledger_transaction t
       where t.id = (select transaction_id from ledger_chain order by position desc limit 1)
    )
    select t.id from ledger_transaction t left join ledger_chain c on c.transaction_id = t.id
     where c.transaction_id is null
       and (t.recorded_at < ${settled} or (t.xid, t.id) < (select xid, id from last))
     order by t.id limit ${limit}`;
}
