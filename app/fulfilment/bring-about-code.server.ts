import {
  createPromotionCode,
  deactivatePromotionCode,
  findPromotionCode,
  type PromotionCodeInput,
} from "~/platform/gateways/stripe-promotion.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";

interface WantedCode extends PromotionCodeInput {
  /** The entry of the metadata that says whose code it is; the others say on which terms. */
  owner: string;
  /** Whether an earlier try may have made it after all (F33). */
  triedBefore: boolean;
}

/**
 * Makes a promotion code, or finds the one an earlier try made. One of the same owner on other terms makes room for it.
 * @returns its id at Stripe
 * @throws StripeCallError
 */
export async function bringAboutCode(
  { owner, triedBefore, ...wanted }: WantedCode,
  stripe?: StripeClient,
): Promise<string> {
  const found = triedBefore ? await findPromotionCode(wanted.code, stripe) : null;
  if (found?.metadata[owner] === wanted.metadata[owner]) {
    const onSameTerms = Object.entries(wanted.metadata).every(([name, value]) => found?.metadata[name] === value);
    if (found && onSameTerms) return found.id;
    if (found) await deactivatePromotionCode(found.id, stripe);
  }
  return await createPromotionCode(wanted, stripe);
}
