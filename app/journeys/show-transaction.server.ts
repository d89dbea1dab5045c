import { findHandOver } from "~/fulfilment/find-hand-over.server";
import { FULFIL_KIND } from "~/ledger/chart-of-accounts";
import { getTransaction } from "~/ledger/get-transaction.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { nameAccounts } from "./name-accounts.server";

/** One transaction of the book with whose accounts it moves and what caused it. @throws NotFoundError */
export async function showTransaction(id: string, { db = rootDb }: Pick<Deps, "db"> = {}) {
  return db.transaction("show-transaction", async (tx) => {
    const transaction = await getTransaction(id, { db: within(tx) });
    const names = await nameAccounts(tx, transaction.entries.map(({ account }) => account));
    const reward = await tx.reward.findUnique({ where: { id: transaction.subject }, select: { id: true, conversionId: true } });
    const handOver = reward && transaction.kind === FULFIL_KIND ? await findHandOver(reward.id, { db: within(tx) }) : null;
    return { transaction, names, reward, handOver, fact: reward && (await factBehind(tx, reward.id, transaction.idemKey)) };
  });
}

/** The refund or dispute that the step behind a booking names; null for other steps. Its key ends in the version it began with. */
async function factBehind(tx: Tx, rewardId: string, idemKey: string): Promise<string | null> {
  const before = Number(/:(\d{1,9})$/.exec(idemKey)?.[1] ?? NaN);
  if (Number.isNaN(before)) return null;
  const event = await tx.rewardEvent.findFirst({ where: { rewardId, version: before + 1, kind: "adjust_reward" }, select: { note: true } });
  // `re_1:succeeded`; a correction names the decision instead (A6).
  return event?.note && !event.note.startsWith("decision:") ? event.note.replace(/:[a-z_]+$/, "") : null;
}
