import { readReceivable } from "~/fulfilment/read-receivable.server";
import { championPayable } from "~/ledger/chart-of-accounts";
import { debitSince } from "~/ledger/debit-since.server";
import type { Tx } from "~/platform/db.server";

const DAY_MS = 86_400_000;
/** How long what a champion owes back is settled with later rewards before it may be written off (M12). */
const NETTED_FOR_DAYS = 180;

/** What a champion owes back beyond all that is approved, since when, and from when on it may be written off. */
export interface OpenClaim {
  amountMinor: bigint;
  currency: string;
  since: Date;
  writeOffFrom: Date;
}

/** Null when nothing is open. */
export async function readOpenClaim(
  tx: Tx,
  { championId, currency }: { championId: string; currency: string },
): Promise<OpenClaim | null> {
  // What approved rewards are going to settle is not counted: it is settled by itself.
  const holder = { side: "champion", championId } as const;
  const amountMinor = await readReceivable(tx, { holder, currency, unsentMinor: 0n });
  const since = amountMinor > 0n ? await debitSince(tx, championPayable(championId), currency) : null;
  if (!since) return null;
  return { amountMinor, currency, since, writeOffFrom: new Date(since.getTime() + NETTED_FOR_DAYS * DAY_MS) };
}
