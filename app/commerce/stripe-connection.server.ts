import { env } from "~/platform/env.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Tx } from "~/platform/db.server";
import {
  createEndpoint, deleteEndpoint, findEndpoint, listEndpointsTo, probePermissions, readOwnAccount,
} from "~/platform/gateways/stripe-endpoint.server";
import { StripeCallError, STRIPE_API_VERSION, stripeClient, type StripeClient } from "~/platform/gateways/stripe.server";
import { encrypt, keyFor } from "~/platform/secrets.server";
import { findStripeConnection, saveFindings, saveStripeConnection } from "./connection-store.server";
import { CONNECT_EVENTS, isConnectEvent, STRIPE_EVENTS } from "./stripe-events";
import { findingsOf, type Findings } from "./stripe-findings";

interface ConnectionDeps extends Deps {
  stripe?: StripeClient;
}

/** Where Stripe sends its events. */
export function webhookUrl(): string {
  return `${env().APP_URL}/webhooks/stripe`;
}

/**
 * Makes a webhook endpoint at Stripe for everything we listen to, keeps its secret sealed, and removes older ones to the
 * same address, whose secrets nobody has any more. The new one stands before an old one goes, so nothing is missed.
 * @param also written in the same transaction, such as a line in the trail
 * @throws StripeCallError
 */
export async function createStripeEndpoint(
  also: (tx: Tx, endpointId: string) => Promise<unknown>,
  { db = rootDb, clock = systemClock, stripe = stripeClient() }: ConnectionDeps = {},
): Promise<void> {
  const url = webhookUrl();
  const older = await listEndpointsTo(url, stripe);
  const accountId = await readOwnAccount(stripe);
  const { id: endpointId, secret } = await createEndpoint({ url, events: STRIPE_EVENTS }, stripe);
  const connect = await connectEndpoint(url, stripe);
  await db.transaction("create-stripe-endpoint", async (tx) => {
    const secretSealed = encrypt(secret, keyFor("provider-secret"));
    await saveStripeConnection(tx, { endpointId, secretSealed, ...connect, accountId, createdAt: clock.now() });
    await also(tx, endpointId);
  });
  for (const { id } of older) await deleteEndpoint(id, stripe);
}

/** The endpoint for accounts of champions who are paid in cash; none where the company's Stripe has no connected accounts. */
async function connectEndpoint(url: string, stripe: StripeClient) {
  try {
    const made = await createEndpoint({ url, events: CONNECT_EVENTS, ofConnectedAccounts: true }, stripe);
    return { connectEndpointId: made.id, connectSecretSealed: encrypt(made.secret, keyFor("provider-secret")) };
  } catch (error) {
    if (!(error instanceof StripeCallError) || error.outcome !== "refused") throw error;
    return { connectEndpointId: null, connectSecretSealed: null };
  }
}

/** Asks Stripe how the connection stands, and keeps the answer. Nothing at Stripe is changed. */
export async function checkStripeConnection(
  { db = rootDb, clock = systemClock, stripe = stripeClient() }: ConnectionDeps = {},
): Promise<Findings> {
  const known = await db.transaction("find-stripe-connection", (tx) => findStripeConnection(tx));
  const findings = await look(known?.endpointId ?? null, stripe);
  await db.transaction("save-stripe-findings", (tx) => saveFindings(tx, findings, clock.now()));
  return findings;
}

async function look(endpointId: string | null, stripe: StripeClient): Promise<Findings> {
  try {
    const permissions = await probePermissions(stripe);
    // An endpoint made by hand is known by its address only; its secret comes from the environment.
    const endpoint = endpointId ? await findEndpoint(endpointId, stripe) : await handMade(stripe);
    return findingsOf(endpoint, permissions, STRIPE_API_VERSION);
  } catch (error) {
    if (!(error instanceof StripeCallError)) throw error;
    const problem = error.status === 401 ? "key_refused" : error.status === 403 ? "permission_missing" : "unreachable";
    return { problems: [problem], missingEvents: [], apiVersion: null, permissions: [] };
  }
}

async function handMade(stripe: StripeClient) {
  if (!env().STRIPE_WEBHOOK_SECRET) return null;
  const endpoints = await listEndpointsTo(webhookUrl(), stripe);
  // The one of connected accounts leads to the same address.
  return endpoints.find(({ events }) => !events.every(isConnectEvent)) ?? null;
}
