import type { StripeFacts } from "~/commerce/stripe-facts";
import type { Tx } from "~/platform/db.server";
import { tokensBehind } from "~/sharing/tokens-behind.server";

/** A5: how many tokens of one payment are looked at. */
const MAX_TOKENS = 10;

/** What a payment handed over, with the tokens themselves in place of the name of a list that a page kept (P3). */
export async function openTokenLists(tx: Tx, facts: StripeFacts): Promise<StripeFacts> {
  if (!facts.payment) return facts;
  const { purchase } = facts.payment;
  const clickTokens: string[] = [];
  for (const told of purchase.clickTokens) clickTokens.push(...(await tokensBehind(tx, told)));
  return { ...facts, payment: { ...facts.payment, purchase: { ...purchase, clickTokens: [...new Set(clickTokens)].slice(0, MAX_TOKENS) } } };
}
