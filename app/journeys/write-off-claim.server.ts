import { recordAudit } from "~/identity/record-audit.server";
import { championPayable, WRITE_OFF_KIND, WRITTEN_OFF } from "~/ledger/chart-of-accounts";
import { postTransaction } from "~/ledger/post-transaction.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { lockReceivable } from "~/rewards/lock-receivable.server";
import { readOpenClaim, type OpenClaim } from "./read-open-claim.server";

export interface WriteOffInput {
  championId: string;
  currency: string;
  /** For the trail, which stays for ever: nobody's name. */
  reason: string;
  by: string;
}

/**
 * Writes off what a champion has owed back for 180 days, with a reason (M12): the book closes their account at zero, and
 * the trail keeps who did it.
 * @throws ConflictError `nothing_to_write_off`, `write_off_too_early`
 * @throws ForbiddenError for what one owes oneself (W15)
 */
export async function writeOffClaim(
  { championId, currency, reason, by }: WriteOffInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<OpenClaim> {
  return await db.transaction("write-off-claim", async (tx) => {
    const now = clock.now();
    const rewardId = await lockReceivable(tx, { championId, currency, by });
    const claim = await readOpenClaim(tx, { championId, currency });
    if (!claim) throw new ConflictError("nothing_to_write_off", "nothing is open", { championId });
    if (now < claim.writeOffFrom) {
      throw new ConflictError("write_off_too_early", "later rewards may still settle it", { championId });
    }
    const { amountMinor, since } = claim;
    await postTransaction(tx, {
      kind: WRITE_OFF_KIND,
      idemKey: `${WRITE_OFF_KIND}:${championId}:${currency}:${since.toISOString()}`,
      subject: rewardId ?? championId,
      by,
      occurredAt: now,
      entries: [
        { account: championPayable(championId), currency, amountMinor: -amountMinor },
        { account: WRITTEN_OFF, currency, amountMinor },
      ],
    });
    const facts = { amountMinor: String(amountMinor), currency, since: since.toISOString(), reason };
    await recordAudit(tx, { by, action: "receivable.written_off", object: championId, facts, now });
    return claim;
  });
}
