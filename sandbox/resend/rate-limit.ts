import { ApiError } from "./api-error";

/** Requests per second over all keys, off until switched on; counts in whole seconds of real time. */
export class RateLimit {
  perSecond: number | null = null;
  #second = 0;
  #used = 0;

  /** Headers for an allowed request; throws 429 with `retry-after` when the second is used up. */
  take(): Record<string, string> {
    if (this.perSecond === null) return {};
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#used = 0;
    }
    this.#used += 1;
    const headers = {
      "ratelimit-limit": String(this.perSecond),
      "ratelimit-remaining": String(Math.max(0, this.perSecond - this.#used)),
      "ratelimit-reset": "1",
    };
    if (this.#used > this.perSecond) throw tooManyRequests(headers);
    return headers;
  }
}

export function tooManyRequests(headers: Record<string, string> = {}): ApiError {
  const message = "Too many requests. Please slow down, or contact support to raise the limit.";
  return new ApiError(429, "rate_limit_exceeded", message, { ...headers, "retry-after": "1" });
}
