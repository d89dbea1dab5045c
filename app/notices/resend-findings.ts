/** What can be wrong with the connection to Resend, as codes with a text in the settings. */
export const RESEND_FINDINGS = [
  /** Resend does not answer. */
  "not_reached",
  /** The key is wrong or was taken back. */
  "key_refused",
  /** The key may only send: the webhook cannot be made or checked with it. */
  "key_only_sends",
  /** The domain of the sender address is not verified. */
  "domain_not_verified",
  "webhook_missing",
  "webhook_elsewhere",
  "webhook_disabled",
  "webhook_events_missing",
] as const;
export type ResendFinding = (typeof RESEND_FINDINGS)[number];

interface SeenEndpoint {
  endpoint: string;
  events: string[] | null;
  status: string;
}

/** What is wrong with a webhook endpoint, compared with what Vouch needs. */
export function webhookFindings(seen: SeenEndpoint | null, endpoint: string, events: readonly string[]): ResendFinding[] {
  if (!seen) return ["webhook_missing"];
  const findings: ResendFinding[] = [];
  if (seen.endpoint !== endpoint) findings.push("webhook_elsewhere");
  if (seen.status !== "enabled") findings.push("webhook_disabled");
  if (events.some((event) => !seen.events?.includes(event))) findings.push("webhook_events_missing");
  return findings;
}

/** What a refused call says about the key; null when it says nothing about it. */
export function keyFinding(problem: string, status: number | null): ResendFinding | null {
  if (status === null || status >= 500 || status === 429) return "not_reached";
  if (problem === "restricted_api_key") return "key_only_sends";
  return status === 401 || status === 403 ? "key_refused" : null;
}
