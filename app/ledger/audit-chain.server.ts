import type { Tx } from "~/platform/db.server";
import type { LedgerFinding } from "./audit-ledger.server";
import { CHAIN_START, chainHash } from "./chain-hash.server";
import { listLeftOut, listLinksAfter, type ChainHead, type StoredLink } from "./chain-store.server";

const BATCH = 2_000;
/** The chain is extended every minute: what is older than this and has no link was taken out of it. */
const SETTLED_MS = 3_600_000;

/** A head of the chain that somebody wrote down elsewhere. */
export type NotedHead = ChainHead;

/**
 * Computes the chain anew from the rows of the book, a part at a time, and names each link that does not hold (I10). Each
 * link is tried on the one before it as it stands, so that one wrong row is one finding.
 * @param noted what must stand there, as noted earlier outside the database: rewriting everything from some row on shows there
 */
export async function auditChain(
  tx: Tx,
  { now, noted, limit }: { now: Date; noted?: NotedHead; limit: number },
): Promise<{ findings: LedgerFinding[]; head: ChainHead }> {
  const findings: LedgerFinding[] = [];
  const add = (subject: string, detail: string) => {
    if (findings.length < limit) findings.push({ invariant: "I10", subject, detail });
  };
  let head: ChainHead = { position: 0n, hash: CHAIN_START };
  let notedHash: string | null = null;
  for (;;) {
    const links = await listLinksAfter(tx, head.position, BATCH);
    for (const link of links) {
      const missing = link.position - head.position - 1n;
      if (missing > 0n) add(`link ${head.position + 1n}`, `${missing} of the chain's links are gone`);
      const wrong = missing > 0n ? null : brokenBecause(head.hash, link);
      if (wrong) add(link.transactionId, `link ${link.position}: ${wrong}`);
      if (link.position === noted?.position) notedHash = link.hash;
      head = { position: link.position, hash: link.hash };
    }
    if (links.length < BATCH) break;
  }
  for (const { id } of await listLeftOut(tx, new Date(now.getTime() - SETTLED_MS), limit)) add(id, "stands in the book but not in its chain");
  if (noted && notedHash !== noted.hash) add(`link ${noted.position}`, `was ${noted.hash} when it was noted, and is ${notedHash ?? "gone"}`);
  return { findings, head };
}

function brokenBecause(before: string, { foundId, ...link }: StoredLink): string | null {
  if (foundId === null) return "its transaction is gone";
  if (chainHash(before, { ...link, id: foundId }) === link.hash) return null;
  return "the transaction, its entries or their order are not what was sealed";
}
