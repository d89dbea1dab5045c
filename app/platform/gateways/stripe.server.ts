import Stripe from "stripe";
import { env } from "~/platform/env.server";

/** A client of Stripe, or of the stand-in server when the environment names one. */
export type StripeClient = Stripe;

/** The version whose shapes this product reads; webhook endpoints are made for the same one. */
export const STRIPE_API_VERSION = "2026-10-28.endive" satisfies typeof Stripe.API_VERSION;

const TIMEOUT_MS = 10_000;

/** A client for one key. `base` is the origin of a stand-in server; null talks to Stripe itself. */
export function stripeClientFor(secretKey: string, base: string | null): StripeClient {
  const server = base === null ? null : new URL(base);
  return new Stripe(secretKey, {
    apiVersion: STRIPE_API_VERSION,
    // Tries are repeated by the job, which keeps the idempotency key; a hidden second try would blur what happened.
    maxNetworkRetries: 0,
    timeout: TIMEOUT_MS,
    telemetry: false,
    appInfo: { name: "Vouch" },
    ...(server && {
      host: server.hostname,
      port: server.port || (server.protocol === "https:" ? 443 : 80),
      protocol: server.protocol === "https:" ? "https" : "http",
    }),
  });
}

let client: StripeClient | undefined;

/** This process's client, from the environment. */
export function stripeClient(): StripeClient {
  const { STRIPE_SECRET_KEY, STRIPE_API_BASE } = env();
  return (client ??= stripeClientFor(STRIPE_SECRET_KEY, STRIPE_API_BASE ?? null));
}

/** Whether our key belongs to real money. */
export function isLiveMode(): boolean {
  return /^(sk|rk)_live_/.test(env().STRIPE_SECRET_KEY);
}

/**
 * What is known about a call that failed. `refused`: Stripe said no. `not_done`: nothing happened and a later try may
 * pass (rate limit, missing permission, the same key still at work). `unknown`: it may have happened; look it up
 * before trying anything else (F33). A replayed 500 is unknown too: the first one may have had its effect.
 */
export type CallOutcome = "refused" | "not_done" | "unknown";

/** The one error that leaves a gateway call to Stripe. Its message holds no personal data. */
export class StripeCallError extends Error {
  override name = "StripeCallError";
  constructor(
    readonly outcome: CallOutcome,
    /** Stripe's error code, or the kind of failure. */
    readonly code: string,
    readonly status: number | null,
    cause: unknown,
  ) {
    super(`stripe call ${outcome}: ${code}${status === null ? "" : ` (${status})`}`, { cause });
  }
}

/** Runs one call. @throws StripeCallError in place of every error of the SDK */
export async function stripeCall<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw stripeCallError(error);
  }
}

/** As `stripeCall`, and null when Stripe does not know the object. */
export async function stripeFind<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await stripeCall(work);
  } catch (error) {
    if (error instanceof StripeCallError && error.outcome === "refused" && error.status === 404) return null;
    throw error;
  }
}

function stripeCallError(error: unknown): StripeCallError {
  if (!(error instanceof Stripe.errors.StripeError)) return new StripeCallError("unknown", "unexpected", null, error);
  const status = error.statusCode ?? null;
  return new StripeCallError(outcomeOf(error, status), error.code ?? error.type, status, error);
}

function outcomeOf(error: Stripe.errors.StripeError, status: number | null): CallOutcome {
  // A key that is at work elsewhere, or was used for another request: neither tells what became of the first one.
  if (error instanceof Stripe.errors.StripeIdempotencyError) return status === 409 ? "not_done" : "unknown";
  if (status === null || status >= 500 || status < 400) return "unknown";
  return [401, 403, 409, 429].includes(status) ? "not_done" : "refused";
}
