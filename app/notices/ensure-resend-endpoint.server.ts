import type { Tx } from "~/platform/db.server";
import { rootDb, systemClock } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { resend, ResendError, type ResendGateway, type SeenWebhook } from "~/platform/gateways/resend.server";
import { encrypt, keyFor } from "~/platform/secrets.server";
import { findResendConnection, saveResendConnection } from "./resend-connection-store.server";
import { RESEND_EVENTS } from "./resend-event";
import { webhookFindings } from "./resend-findings";
import type { SendDeps } from "./send-mail.server";

/** Where Resend's webhooks arrive. */
export function resendEndpoint(): string {
  return `${env().APP_URL}/webhooks/resend`;
}

/**
 * Makes this portal's webhook endpoint at Resend and keeps its secret sealed. Calling it again mends what differs: an
 * endpoint that was deleted there, switched off, or still points to an earlier address of ours. Nothing to do where the
 * endpoint was made by hand (RESEND_WEBHOOK_SECRET).
 * @param also written once something was done, such as a line in the trail
 * @returns what was done @throws ResendError when the provider does not let us
 */
export async function ensureResendEndpoint(
  also: (tx: Tx, endpointId: string) => Promise<unknown>,
  { db = rootDb, clock = systemClock, gateway = resend() }: SendDeps = {},
): Promise<"by_hand" | "unchanged" | "mended" | "made"> {
  if (env().RESEND_WEBHOOK_SECRET) return "by_hand";
  const endpoint = resendEndpoint();
  const known = await db.transaction("find-resend-connection", findResendConnection);
  const seen = known && (await lookUp(gateway, known.endpointId));
  if (seen) {
    if (webhookFindings(seen, endpoint, RESEND_EVENTS).length === 0) return "unchanged";
    await gateway.updateWebhook(seen.id, endpoint, RESEND_EVENTS);
    await db.transaction("mend-resend-endpoint", (tx) => also(tx, seen.id));
    return "mended";
  }
  const { id, signing_secret } = (await adoptable(gateway, endpoint)) ?? (await gateway.createWebhook(endpoint, RESEND_EVENTS));
  await db.transaction("save-resend-connection", async (tx) => {
    const secretSealed = encrypt(signing_secret, keyFor("provider-secret"));
    await saveResendConnection(tx, { endpointId: id, secretSealed, createdAt: clock.now() });
    await also(tx, id);
  });
  return "made";
}

async function lookUp(gateway: ResendGateway, id: string): Promise<SeenWebhook | null> {
  try {
    return await gateway.getWebhook(id);
  } catch (error) {
    if (error instanceof ResendError && error.status === 404) return null;
    throw error;
  }
}

/** An endpoint of ours that was made just before a crash could keep its secret: a second one would deliver twice. */
async function adoptable(gateway: ResendGateway, endpoint: string): Promise<{ id: string; signing_secret: string } | null> {
  const listed = (await gateway.listWebhooks()).find((one) => one.endpoint === endpoint);
  if (!listed) return null;
  const { id, signing_secret } = await gateway.getWebhook(listed.id);
  if (!signing_secret) return null;
  await gateway.updateWebhook(id, endpoint, RESEND_EVENTS);
  return { id, signing_secret };
}
