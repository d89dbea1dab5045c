/** An answer, or why there was none; `body` is null when it is no JSON. */
export type ResendAnswer = {
  body: unknown;
  retryAfterMs: number | null;
} & ({ status: number; failure: null } | { status: null; failure: "timeout" | "network" });

export type ResendCalls = (
  method: "GET" | "POST" | "PATCH",
  path: string,
  body?: string,
  headers?: Record<string, string>,
) => Promise<ResendAnswer>;

export interface ResendCallOptions {
  apiKey: string;
  baseUrl: string;
  /** The provider's limit; its pages disagree, 2 is what all of them allow. */
  perSecond: number;
  timeoutMs?: number;
}

/** Calls with a pace and a deadline that covers the whole answer, so that a dripping one ends, too. */
export function resendCalls({ apiKey, baseUrl, perSecond, timeoutMs = 10_000 }: ResendCallOptions): ResendCalls {
  const turn = turns(perSecond);
  return async (method, path, body, headers = {}) => {
    await turn();
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${apiKey}`,
          "User-Agent": "vouch",
          ...(body !== undefined && { "Content-Type": "application/json" }),
          ...headers,
        },
        body,
        // The key must not travel to another host.
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await response.text();
      return { status: response.status, failure: null, body: jsonOf(text), retryAfterMs: retryAfter(response.headers) };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === "TimeoutError";
      return { status: null, failure: timedOut ? "timeout" : "network", body: null, retryAfterMs: null };
    }
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const LONGEST_WAIT_S = 3_600;

function retryAfter(headers: Headers): number | null {
  const seconds = Number(headers.get("retry-after") ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, LONGEST_WAIT_S) * 1_000 : null;
}

/** A token bucket: so many at once, then one each 1/perSecond; callers wait in the order they came. */
function turns(perSecond: number): () => Promise<void> {
  const gapMs = 1_000 / perSecond;
  let freeAt = 0;
  return async () => {
    const now = performance.now();
    freeAt = Math.max(freeAt, now - perSecond * gapMs) + gapMs;
    const waitMs = freeAt - now;
    if (waitMs > 0) await new Promise((wake) => setTimeout(wake, waitMs));
  };
}
