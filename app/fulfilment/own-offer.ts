import { discountOf } from "~/programs/benefit";
import type { ProgramRules } from "~/programs/program-rules";

type Offering = Pick<ProgramRules, "ownOffer" | "currency" | "referenceBasketMinor">;

/** Whether an own offer given under earlier rules gives way to today's: only to a better one (W20). */
export function improvesOn(today: Offering, given: Offering): boolean {
  if (today.ownOffer.kind === "none") return false;
  // A code in a currency the program left is worth nothing any more.
  if (today.currency !== given.currency) return true;
  const worth = ({ ownOffer }: Offering) => discountOf(ownOffer, today.referenceBasketMinor);
  return worth(today) > worth(given);
}
