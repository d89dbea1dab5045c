import { rootDb, type Deps } from "~/platform/deps.server";
import { CHAIN_START, chainHash } from "./chain-hash.server";
import { findChainHead, insertLinks, listUnchained, lockChain } from "./chain-store.server";
import { countTotals } from "./count-totals.server";

const BATCH = 500;

/**
 * The job of every minute: adds each transaction of the book that has no link yet to the chain of hashes (I10), and each link
 * to the running totals (I8). Run side by side it links and counts each once.
 * @returns how many were linked
 */
export async function extendChain({ db = rootDb }: Pick<Deps, "db"> = {}): Promise<number> {
  for (let linked = 0; ; ) {
    const { links, counted } = await db.transaction("extend-chain", async (tx) => {
      await lockChain(tx);
      const head = await findChainHead(tx);
      let { position, hash } = head ?? { position: 0n, hash: CHAIN_START };
      const next = await listUnchained(tx, BATCH);
      insertLinks(
        tx,
        next.map((transaction) => ({
          position: ++position,
          transactionId: transaction.id,
          hash: (hash = chainHash(hash, transaction)),
        })),
      );
      return { links: next.length, counted: await countTotals(tx, BATCH) };
    });
    linked += links;
    if (links < BATCH && counted < BATCH) return linked;
  }
}
