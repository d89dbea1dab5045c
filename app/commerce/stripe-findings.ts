import { z } from "zod";
import { STRIPE_EVENTS } from "./stripe-events";

/** What can be wrong with the connection to Stripe; each has a sentence and a way to mend it in the message files. */
export const PROBLEMS = [
  "key_refused", "unreachable", "endpoint_missing", "endpoint_disabled", "events_missing", "version_differs", "permission_missing",
] as const;
export type Problem = (typeof PROBLEMS)[number];

/** What the last check of the connection found; kept as JSON. */
export const findingsSchema = z.object({
  problems: z.array(z.enum(PROBLEMS)),
  missingEvents: z.array(z.string()),
  apiVersion: z.string().nullable(),
  permissions: z.array(z.object({ name: z.string(), allowed: z.boolean() })),
});
export type Findings = z.output<typeof findingsSchema>;

export interface EndpointFacts {
  enabled: boolean;
  events: readonly string[];
  apiVersion: string | null;
}

/**
 * Compares an endpoint with what this product needs of it (N5).
 * @param wantedVersion the API version whose shapes we read
 */
export function findingsOf(
  endpoint: EndpointFacts | null,
  permissions: Findings["permissions"],
  wantedVersion: string,
): Findings {
  const subscribed = new Set(endpoint?.events);
  const missingEvents = subscribed.has("*") || !endpoint ? [] : STRIPE_EVENTS.filter((type) => !subscribed.has(type));
  const found: [Problem, boolean][] = [
    ["endpoint_missing", endpoint === null],
    ["endpoint_disabled", endpoint !== null && !endpoint.enabled],
    ["events_missing", missingEvents.length > 0],
    ["version_differs", endpoint !== null && endpoint.apiVersion !== wantedVersion],
    ["permission_missing", permissions.some(({ allowed }) => !allowed)],
  ];
  return {
    problems: found.filter(([, isSo]) => isSo).map(([problem]) => problem),
    missingEvents,
    apiVersion: endpoint?.apiVersion ?? null,
    permissions,
  };
}
