import { lockFriendOfPurchase } from "~/commerce/lock-friend.server";
import { lockApiSale, recordApiSale } from "~/commerce/record-api-sale.server";
import { recordCustomer } from "~/commerce/record-customer.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { listLivePrograms } from "~/programs/list-live-programs.server";
import { tokensBehind } from "~/sharing/tokens-behind.server";
import { linkToPerson } from "./link-to-person.server";
import { RefusedFieldsError } from "./refused-fields";
import { settleFriend, type SettledFriend } from "./settle-friend.server";

export interface TrackSaleInput {
  externalId: string;
  amountMinor: bigint;
  /** Null is the currency of the oldest live program. */
  currency: string | null;
  invoiceId: string | null;
  paymentProcessor: string;
  /** A sale without a lead carries its token itself, or the name of a list of them. */
  clickId: string | null;
  email: string | null;
}

export interface TrackedSale {
  attributed: boolean;
  reasons: string[];
  duplicate: boolean;
  currency: string;
  /** Null for a sale of nothing, which is none (W3). */
  purchaseId: string | null;
}

/**
 * Takes in a sale told by a shop's server, once per invoice number, and decides it at once (A16, P2 to P7).
 * @throws RefusedFieldsError `idempotency_conflict`
 */
export async function trackSale(
  input: TrackSaleInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<TrackedSale> {
  return await db.transaction("track-sale", async (tx) => {
    tx.sql.keepPlans();
    const { externalId, email } = input;
    const told = { stripeCustomerId: null, externalId, email, organisationId: null, basis: "shop_sign_up", knownSince: null };
    const [customer, found] = await Promise.all([recordCustomer(tx, told, clock.now()), lockApiSale(tx, input)]);
    // Read under the locks: of sales told at once the first to be decided is the oldest, so none takes another's thanks.
    const now = clock.now();
    await linkToPerson(tx, customer.emailHash);
    const currency = input.currency ?? (await defaultCurrency(tx));
    const outcome = { attributed: false, duplicate: false, currency, purchaseId: null };
    if (input.amountMinor === 0n) return { ...outcome, reasons: ["first_payment_due"] };

    const clickTokens = await tokensBehind(tx, input.clickId ?? "");
    const sale = await recordApiSale(tx, found, { ...input, customerId: customer.id, currency, clickTokens }, now);
    if (sale.conflicts.length > 0) throw new RefusedFieldsError("idempotency_conflict", 409, sale.conflicts);
    const made = customer.isNew && !sale.duplicate ? customer : null;
    const settled = await settleFriend(tx, await lockFriendOfPurchase(tx, sale.purchase, made), clock);
    return { ...outcome, ...outcomeOf(sale.purchase.id, settled), duplicate: sale.duplicate, purchaseId: sale.purchase.id };
  });
}

/** For whom it counts, and what its reward waits for or why it earns nothing (P4). */
function outcomeOf(purchaseId: string, { settled, adjusted }: SettledFriend): { attributed: boolean; reasons: string[] } {
  const payment = settled.find(({ purchase }) => purchase.id === purchaseId);
  if (!payment?.decision.bind) return { attributed: false, reasons: [payment?.decision.reason ?? "not_referred"] };
  const rewards = adjusted.filter(({ reward }) => reward.conversionId === payment.conversionId);
  return { attributed: true, reasons: rewards.flatMap(({ reward }) => reward.reason ?? []) };
}

/** P3: no currency means the program's; with several programs the oldest live one's. */
async function defaultCurrency(tx: Tx): Promise<string> {
  const [oldest] = await listLivePrograms({ db: within(tx) });
  return oldest?.version.rules.currency ?? "EUR";
}
