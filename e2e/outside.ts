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

/** The codes mailed to somebody so far, each eight digits, newest first. */
export async function signInCodes(product: Product, email: string): Promise<string[]> {
  const mails = await mailsTo(product, email);
  return mails.flatMap(({ subject }) => /\d{4} ?\d{4}/.exec(subject)?.[0].replace(" ", "") ?? []);
}

/** The newest code, once more than `before` of them have come. */
export async function signInCode(product: Product, email: string, before = 0): Promise<string> {
  const codes = () => signInCodes(product, email);
  await expect.poll(async () => (await codes()).length, { timeout: 20_000, message: `a code for ${email}` }).toBeGreaterThan(before);
  return (await codes())[0] ?? "";
}

interface Effect {
  seq: number;
  effect: "created" | "updated" | "deleted";
  object: string;
  objectId: string;
  facts: Record<string, unknown>;
}

/** Asks one of the stand-in Stripe's control calls. */
export async function stripeControl<T>(product: Product, path: string, body?: object): Promise<T> {
  const url = `${product.stripe}/_control${path}`;
  if (!body) return read<T>(url);
  const headers = { "Content-Type": "application/json" };
  return (await (await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })).json()) as T;
}

/** What really happened at Stripe, each effect once. */
export async function stripeEffects(product: Product, since = 0): Promise<Effect[]> {
  const { effects } = await stripeControl<{ effects: Effect[] }>(product, `/journal?since=${since}`);
  return effects;
}

/** What somebody paid last: its payment intent, or the charge that went with it. */
export async function lastPaid(product: Product, email: string, wanted: "payment_intent" | "charge"): Promise<string> {
  const effects = await stripeEffects(product);
  const customer = effects.find(({ object, facts }) => object === "customer" && facts.email === email)?.objectId;
  return effects.findLast(({ object, facts }) => object === wanted && facts.customer === customer)?.objectId ?? "";
}

/** Gives back what somebody paid last, or what is left of it, as the shop would at Stripe. */
export async function refundAtStripe(product: Product, email: string, amount?: number): Promise<void> {
  const charge = await lastPaid(product, email, "charge");
  const answer = await fetch(`${product.stripe}/v1/refunds`, {
    method: "POST",
    headers: { Authorization: "Bearer sk_test_sandbox" },
    body: new URLSearchParams({ charge, ...(amount !== undefined && { amount: String(amount) }) }),
  });
  expect(answer.status).toBe(200);
}
