import type { Tx } from "~/platform/db.server";
import type { RewardRow } from "~/rewards/reward-row";
import { returnText } from "./credit-text";
import { findTargetOf } from "./find-target-of.server";
import { isByHand } from "./instruction-request";
import { findInstructionOf, type InstructionRow } from "./instruction-store.server";
import type { Given } from "./rail";

/** What was handed over at the provider for a reward, as it may be taken back; null when nothing was, or people did it. */
export async function findGiven(tx: Tx, reward: RewardRow): Promise<{ instruction: InstructionRow; given: Given } | null> {
  const instruction = await findInstructionOf(tx, reward.id);
  if (instruction?.status !== "confirmed") return null;
  const { request, providerRef, amountMinor, currency } = instruction;
  if (!request || isByHand(request) || providerRef === null) return null;
  const { locale } = await findTargetOf(tx, reward);
  return { instruction, given: { request, providerRef, amountMinor, currency, description: returnText(locale) } };
}
