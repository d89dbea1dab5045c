import { addPrize, withdrawPrize, type NewPrize } from "~/fulfilment/add-prize.server";
import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getProgram } from "~/programs/get-program.server";

export type PrizeChange =
  | { add: NewPrize }
  | { withdraw: string };

/** An owner offers a prize, or offers it no more, with a line in the trail (I37); what was chosen before stays. @throws NotFoundError */
export async function changePrizes(change: PrizeChange, { by }: { by: string }, { db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  await db.transaction("change-prizes", async (tx) => {
    const now = clock.now();
    if ("withdraw" in change) {
      if (!(await withdrawPrize(tx, change.withdraw, now))) return;
      return await recordAudit(tx, { by, action: "prize.withdrawn", object: change.withdraw, facts: {}, now });
    }
    await getProgram(change.add.programId, { db: within(tx) });
    const object = await addPrize(tx, change.add, now);
    await recordAudit(tx, { by, action: "prize.added", object, facts: { name: change.add.nameEn, cost: String(change.add.cost) }, now });
  });
}
