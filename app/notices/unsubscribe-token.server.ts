import { createHmac } from "node:crypto";
import { env } from "~/platform/env.server";
import { equalInConstantTime, keyFor } from "~/platform/secrets.server";
import { STOPPABLE_KINDS, type StoppableKind } from "./mail-templates";

interface StopRequest {
  personId: string;
  kind: StoppableKind;
}

/**
 * The signed link that stops one kind of mail for one person (L2). It never expires: a mail from years ago must still
 * be stoppable, and whoever holds it can do nothing else with it.
 */
export function signStopToken({ personId, kind }: StopRequest): string {
  const said = `${kind}.${personId}`;
  return `${said}.${signature(said, env().APP_SECRET)}`;
}

/** Who wants to stop what, or null when we did not sign it. A retired secret still counts. */
export function readStopToken(token: string): StopRequest | null {
  const match = /^([a-z]{1,20})\.(psn_[0-9a-z]{1,40})\.([A-Za-z0-9_-]{43})$/.exec(token);
  const [, kindName = "", personId = "", given = ""] = match ?? [];
  const kind = STOPPABLE_KINDS.find((one) => one === kindName);
  if (!kind) return null;
  const secrets = [env().APP_SECRET, env().APP_SECRET_PREVIOUS].filter((secret) => secret !== undefined);
  const signed = secrets.some((secret) => equalInConstantTime(given, signature(`${kind}.${personId}`, secret)));
  return signed ? { personId, kind } : null;
}

function signature(said: string, secret: string): string {
  return createHmac("sha256", keyFor("unsubscribe", secret)).update(said).digest("base64url");
}
