import { rootDb, type Deps } from "~/platform/deps.server";
import { findInstructionOf, type InstructionRow } from "./instruction-store.server";
import { listReversalsOf, sumReturned } from "./reversal-store.server";

export interface HandOver {
  id: string;
  rail: string;
  status: InstructionRow["status"];
  amountMinor: bigint;
  nettedMinor: bigint;
  currency: string;
  attempts: number;
  providerRef: string | null;
  /** Why it waits or failed: a reason code or what the provider said. */
  error: string | null;
  createdAt: Date;
  firstSentAt: Date | null;
  confirmedAt: Date | null;
  nextTryAt: Date | null;
  /** The champion's own code, while it works. */
  code: string | null;
  /** What came back of the intent that stands, in minor units. */
  returnedMinor: bigint;
  /** What was tried to take back, of earlier intents too, the oldest first. */
  reversals: { amountMinor: bigint; status: "confirmed" | "failed" | "under_way" }[];
}

/** What was told to the outside about a reward and how far it is; null before it is payable. */
export async function findHandOver(rewardId: string, { db = rootDb }: Deps = {}): Promise<HandOver | null> {
  return await db.transaction("find-hand-over", async (tx) => {
    const found = await findInstructionOf(tx, rewardId);
    if (!found) return null;
    const {
      request,
      idempotencyKey: _key,
      claimToken: _token,
      championId: _champion,
      rewardId: _reward,
      ...shown
    } = found;
    const code = found.status === "confirmed" && request?.rail === "promotion_code" ? request.code : null;
    const reversals = (await listReversalsOf(tx, found.id)).map(({ amountMinor, status }) => ({
      amountMinor,
      status: status === "confirmed" || status === "failed" ? status : ("under_way" as const),
    }));
    return { ...shown, code, returnedMinor: await sumReturned(tx, found.idempotencyKey), reversals };
  });
}
