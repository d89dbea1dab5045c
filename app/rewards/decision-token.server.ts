import { createHmac } from "node:crypto";
import { env } from "~/platform/env.server";
import { equalInConstantTime, keyFor } from "~/platform/secrets.server";

/** How long the link of a mail opens what approving would do: over a long weekend. */
export const DECISION_LINK_MS = 4 * 86_400_000;

export interface DecisionLink {
  rewardId: string;
  /** The member of staff it was mailed to: nobody else decides by it. */
  personId: string;
  expiresAt: Date;
}

/** The signed part of a link that opens what approving one reward would do. It shows, and decides nothing by itself. */
export function signDecisionToken({ rewardId, personId, expiresAt }: DecisionLink): string {
  const said = `${rewardId}.${personId}.${expiresAt.getTime().toString(36)}`;
  return `${said}.${signature(said, env().APP_SECRET)}`;
}

/** What a link is about, expired or not; null when we did not sign it. A retired secret still counts. */
export function readDecisionToken(token: string): DecisionLink | null {
  const match = /^((rwd_[0-9a-z]{1,40})\.(psn_[0-9a-z]{1,40})\.([0-9a-z]{1,12}))\.([A-Za-z0-9_-]{43})$/.exec(token);
  const [, said = "", rewardId = "", personId = "", expires = "", given = ""] = match ?? [];
  const secrets = [env().APP_SECRET, env().APP_SECRET_PREVIOUS].filter((secret) => secret !== undefined);
  if (!match || !secrets.some((secret) => equalInConstantTime(given, signature(said, secret)))) return null;
  return { rewardId, personId, expiresAt: new Date(parseInt(expires, 36)) };
}

function signature(said: string, secret: string): string {
  return createHmac("sha256", keyFor("decision-link", secret)).update(said).digest("base64url");
}
