import { changePublishableKey } from "~/identity/change-publishable-key.server";
import { createApiKey } from "~/identity/create-api-key.server";
import { createPublishableKey } from "~/identity/create-publishable-key.server";
import { findApiKey } from "~/identity/find-api-key.server";
import { listPublishableKeys } from "~/identity/list-publishable-keys.server";

interface ShopKeys {
  secretKey: string;
  publishableKey: string;
}

const NAME = "Demo shop";

/**
 * What an owner does once on the page for keys: one for the demo shop's server, one for its pages, copied into the
 * shop's settings. Keys the shop has already stay, and follow it to another port.
 */
export async function wireShop(shopUrl: string): Promise<void> {
  const settings = new URL("/_control/keys", shopUrl);
  const held = (await (await fetch(settings)).json()) as ShopKeys;
  const keys = { secretKey: await serverKey(held.secretKey), publishableKey: await pageKey(held.publishableKey, new URL(shopUrl).origin) };
  const saved = await fetch(settings, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(keys),
  });
  if (!saved.ok) throw new Error(`the demo shop did not take its keys: ${saved.status}`);
}

async function serverKey(held: string): Promise<string> {
  if (await findApiKey(`Bearer ${held}`)) return held;
  return (await createApiKey({ name: NAME, scopes: ["track", "read"], by: "system" })).key;
}

async function pageKey(held: string, origin: string): Promise<string> {
  const known = (await listPublishableKeys()).find(({ key, revokedAt }) => key === held && !revokedAt);
  if (!known) return (await createPublishableKey({ name: NAME, origins: [origin], by: "system" })).key;
  if (!known.origins.includes(origin)) await changePublishableKey({ id: known.id, origins: [origin], by: "system" });
  return held;
}
