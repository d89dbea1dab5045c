import type Stripe from "stripe";
import { stripeCall, stripeClient, stripeFind, type StripeClient } from "./stripe.server";

/** A person's account at Stripe, as far as a payment to it needs. Bank and identity data stay at Stripe (L10). */
export interface PayoutAccountTold {
  id: string;
  country: string | null;
  detailsSubmitted: boolean;
  /** Money can be sent to it and leave it for the bank. */
  transfersReady: boolean;
  /** Stripe's mark of the bank account, with the last signs for its owner to know it by. */
  bank: { fingerprint: string; last4: string } | null;
  /** The latest payout to the bank, where the bank sent it back (M16). */
  failedPayout: { id: string; amountMinor: bigint; currency: string; code: string | null } | null;
}

/** Makes an account for a person who wants to be paid; Stripe asks them for everything else itself. @returns its id */
export async function createPayoutAccount(
  { personId, idempotencyKey }: { personId: string; idempotencyKey: string },
  stripe: StripeClient = stripeClient(),
): Promise<string> {
  const account = await stripeCall(() =>
    stripe.accounts.create(
      {
        type: "express",
        business_type: "individual",
        capabilities: { transfers: { requested: true } },
        metadata: { vouch_person: personId },
      },
      { idempotencyKey },
    ),
  );
  return account.id;
}

/** The page at Stripe on which a person gives their details: it works once and for minutes. */
export async function payoutDetailsPage(
  { accountId, returnUrl }: { accountId: string; returnUrl: string },
  stripe: StripeClient = stripeClient(),
): Promise<string> {
  const link = await stripeCall(() =>
    stripe.accountLinks.create({ account: accountId, type: "account_onboarding", return_url: returnUrl, refresh_url: returnUrl }),
  );
  return link.url;
}

/** The page at Stripe on which somebody whose details are in sees and changes them. */
export async function payoutDashboard(accountId: string, stripe: StripeClient = stripeClient()): Promise<string> {
  return (await stripeCall(() => stripe.accounts.createLoginLink(accountId))).url;
}

/** An account as it stands; null when it is gone, or cut its tie with us. */
export async function readPayoutAccount(id: string, stripe: StripeClient = stripeClient()): Promise<PayoutAccountTold | null> {
  const account = await stripeFind(() => stripe.accounts.retrieve(id));
  if (!account) return null;
  const bank = account.external_accounts?.data[0];
  // The account may leave between the two calls: then the next event says so.
  const payout = (await stripeFind(() => stripe.payouts.list({ limit: 1 }, { stripeAccount: id })))?.data[0];
  return {
    id: account.id,
    country: account.country ?? null,
    detailsSubmitted: account.details_submitted,
    transfersReady: account.capabilities?.transfers === "active" && account.payouts_enabled,
    bank: bank ? { fingerprint: bank.fingerprint ?? bank.id, last4: bank.last4 } : null,
    failedPayout:
      payout?.status === "failed"
        ? { id: payout.id, amountMinor: BigInt(payout.amount), currency: payout.currency.toUpperCase(), code: payout.failure_code }
        : null,
  };
}

export interface TransferInput {
  accountId: string;
  amountMinor: bigint;
  currency: string;
  description: string;
  /** Names the payment, so that it is found again. */
  group: string;
  metadata: Record<string, string>;
  idempotencyKey: string;
}

/** Sends money to a person's account. @returns the id of the transfer */
export async function createTransfer(input: TransferInput, stripe: StripeClient = stripeClient()): Promise<string> {
  const { accountId, amountMinor, currency, description, group, metadata, idempotencyKey } = input;
  const transfer = await stripeCall(() =>
    stripe.transfers.create(
      {
        amount: Number(amountMinor),
        currency: currency.toLowerCase(),
        destination: accountId,
        description,
        transfer_group: group,
        metadata,
      },
      { idempotencyKey },
    ),
  );
  return transfer.id;
}

interface TransferReversalInput {
  transferId: string;
  amountMinor: bigint;
  metadata: Record<string, string>;
  idempotencyKey: string;
}

/** Takes money back from a person's account, as far as it is there. @returns the id of the reversal */
export async function reverseTransfer(
  { transferId, amountMinor, metadata, idempotencyKey }: TransferReversalInput,
  stripe: StripeClient = stripeClient(),
): Promise<string> {
  const reversal = await stripeCall(() => stripe.transfers.createReversal(transferId, { amount: Number(amountMinor), metadata }, { idempotencyKey }));
  return reversal.id;
}

/** The reversal of a transfer that carries this value in its metadata; null when none does (F33). */
export async function findTransferReversal(
  by: { transferId: string; metadataKey: string; value: string },
  stripe: StripeClient = stripeClient(),
): Promise<string | null> {
  const list = await stripeCall(() => stripe.transfers.listReversals(by.transferId, { limit: 100 }));
  return list.data.find(({ metadata }) => metadata?.[by.metadataKey] === by.value)?.id ?? null;
}

export interface TransferReversalTold {
  id: string;
  amountMinor: bigint;
  metadata: Record<string, string>;
}

/** Everything that was taken back of a transfer, by us or at Stripe; null when Stripe does not know the transfer. */
export async function listTransferReversals(transferId: string, stripe: StripeClient = stripeClient()): Promise<TransferReversalTold[] | null> {
  const list = await stripeFind(() => stripe.transfers.listReversals(transferId, { limit: 100 }));
  return list && list.data.map(({ id, amount, metadata }) => ({ id, amountMinor: BigInt(amount), metadata: metadata ?? {} }));
}

/** What of a transfer was not taken back so far, in minor units; null when Stripe does not know it. */
export async function readTransferLeft(id: string, stripe: StripeClient = stripeClient()): Promise<bigint | null> {
  const transfer = await stripeFind(() => stripe.transfers.retrieve(id));
  return transfer && BigInt(transfer.amount - transfer.amount_reversed);
}

/** The transfer of a group; null when there is none (F33). */
export async function findTransfer(group: string, stripe: StripeClient = stripeClient()): Promise<string | null> {
  const list: Stripe.ApiList<Stripe.Transfer> = await stripeCall(() => stripe.transfers.list({ transfer_group: group, limit: 1 }));
  return list.data[0]?.id ?? null;
}
