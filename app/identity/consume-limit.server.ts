import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { countersOf, type Deps } from "~/platform/deps.server";
import { TooManyRequestsError } from "~/platform/errors";
import { LIMITS, type LimitName } from "./limits";

const limiters = new WeakMap<Pool, Map<LimitName, RateLimiterPostgres>>();

/**
 * Counts one more of `name` for `key`; the count is shared by all processes, survives their restart and stays when the
 * caller's transaction rolls back. `key` is an id or a keyed hash, never an address in the clear.
 * @throws TooManyRequestsError when the limit was reached before
 */
export async function consumeLimit(name: LimitName, key: string, deps: Pick<Deps, "db"> = {}): Promise<void> {
  await countAgainstLimit(name, key, deps);
}

export interface LimitState {
  limit: number;
  remaining: number;
  /** Seconds until the count starts anew. */
  resetSeconds: number;
}

/** The same, and how much is left: for callers who are told. @throws TooManyRequestsError */
export async function countAgainstLimit(name: LimitName, key: string, { db }: Pick<Deps, "db"> = {}): Promise<LimitState> {
  try {
    const { remainingPoints, msBeforeNext } = await limiterOf(countersOf(db), name).consume(key);
    return { limit: LIMITS[name].points, remaining: remainingPoints, resetSeconds: Math.ceil(msBeforeNext / 1000) };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new TooManyRequestsError(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
}

function limiterOf(pool: Pool, name: LimitName): RateLimiterPostgres {
  let ofPool = limiters.get(pool);
  if (!ofPool) limiters.set(pool, (ofPool = new Map()));
  let limiter = ofPool.get(name);
  if (!limiter) {
    const { points, seconds } = LIMITS[name];
    limiter = new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      schemaName: "platform",
      tableName: "rate_limit",
      // The migration made the table; this role may not make one.
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    });
    ofPool.set(name, limiter);
  }
  return limiter;
}
