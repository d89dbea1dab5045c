import type { Tx } from "~/platform/db.server";
import { ConflictError } from "~/platform/errors";
import { newId } from "~/platform/ids";
import { env } from "~/platform/env.server";
import { MAX_ENDPOINTS, TargetRefusedError, type EndpointInput } from "./endpoint-input";
import { newEndpointSecret } from "./endpoint-secret.server";
import { insertEndpoint, listEndpointRows } from "./endpoint-store.server";
import { refusalOfTarget } from "./target-url";

/**
 * Makes an endpoint, switched on. @returns its secret, which is shown this once
 * @throws TargetRefusedError, ConflictError `too_many_webhooks`, `webhook_known`
 */
export async function addEndpoint(
  tx: Tx,
  { by, now, ...input }: EndpointInput & { by: string; now: Date },
): Promise<{ id: string; secret: string }> {
  const refusal = refusalOfTarget(input.url, { loopback: env().VOUCH_MODE === "demo" });
  if (refusal) throw new TargetRefusedError(refusal);
  const known = await listEndpointRows(tx);
  if (known.length >= MAX_ENDPOINTS) throw new ConflictError("too_many_webhooks", "no room for another webhook endpoint");
  if (known.some(({ url }) => url === input.url)) throw new ConflictError("webhook_known", "an endpoint with this address is known");
  const { secret, sealed } = newEndpointSecret();
  const id = newId("wh");
  await insertEndpoint(tx, {
    ...input, id, secretSealed: sealed, previousSecretSealed: null, previousUntil: null, createdAt: now, createdBy: by,
    failingSince: null, switchedOffAt: null, switchedOffBecause: null,
  });
  return { id, secret };
}
