import { expect } from "playwright/test";
import type { Product } from "./product";

/** What stands outside the product: the mailboxes and Stripe, read through the sandboxes' control interface. */

export interface InboxMail {
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
}

async function read<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}

/** All mails to somebody, newest first. */
export async function mailsTo(product: Product, to: string): Promise<InboxMail[]> {
  const { mails } = await read<{ mails: InboxMail[] }>(`${product.inbox}/_control/mails?to=${encodeURIComponent(to)}`);
  return mails;
}

/** The newest mail to somebody with such a subject, once it is there. */
export async function newestMail(product: Product, to: string, subject: RegExp): Promise<InboxMail> {
  let found: InboxMail | undefined;
  const look = async () => {
    const mails = await mailsTo(product, to);
    found = mails.find((mail) => subject.test(mail.subject));
    return found?.subject ?? `only: ${mails.map((mail) => mail.subject).join(" | ")}`;
  };
  await expect.poll(look, { timeout: 20_000, message: `a mail to ${to}` }).toMatch(subject);
  return found as InboxMail;
}

/** The eight digits of a sign-in mail. */
export async function signInCode(product: Product, email: string): Promise<string> {
  const { subject } = await newestMail(product, email, /\d{4} ?\d{4}/);
  return (/\d{4} ?\d{4}/.exec(subject)?.[0] ?? "").replace(" ", "");
}

interface Effect {
  seq: number;
  effect: "created" | "updated" | "deleted";
  object: string;
  objectId: string;
  facts: Record<string, unknown>;
}

/** What really happened at Stripe, each effect once. */
export async function stripeEffects(product: Product, since = 0): Promise<Effect[]> {
  const { effects } = await read<{ effects: Effect[] }>(`${product.stripe}/_control/journal?since=${since}`);
  return effects;
}

/** Gives back the whole of what somebody paid last, as the shop would at Stripe. */
export async function refundAtStripe(product: Product, email: string): Promise<void> {
  const effects = await stripeEffects(product);
  const customer = effects.find(({ object, facts }) => object === "customer" && facts.email === email)?.objectId;
  const charge = effects.findLast(({ object, facts }) => object === "charge" && facts.customer === customer)?.objectId;
  const answer = await fetch(`${product.stripe}/v1/refunds`, {
    method: "POST",
    headers: { Authorization: "Bearer sk_test_sandbox" },
    body: new URLSearchParams({ charge: charge ?? "" }),
  });
  expect(answer.status).toBe(200);
}
