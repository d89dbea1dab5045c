import { createHash } from "node:crypto";
import { ApiError } from "./api-error";
import type { Claim, StoredAnswer } from "./entries";
import type { SandboxState } from "./state";

const KEPT_MS = 24 * 60 * 60 * 1000;
const MAX_KEY_LENGTH = 256;

/** Idempotency keys as published: kept 24 h, the first answer again for the same payload, 409 otherwise. */
export class IdempotencyKeys {
  readonly #inFlight = new Set<string>();
  readonly #state: SandboxState;

  constructor(state: SandboxState) {
    this.#state = state;
  }

  /**
   * Takes the key for one request; release it when that request has been answered.
   * Throws 400 for a bad key, 409 for another payload or while the key is in flight.
   */
  take(
    apiKey: string,
    key: string,
    path: string,
    payload: unknown
  ): { claim: Claim; replay: StoredAnswer | null } {
    if (key.length === 0 || key.length > MAX_KEY_LENGTH) {
      throw new ApiError(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
    }
    const scope = sha256(JSON.stringify([apiKey, key]));
    const fingerprint = sha256(JSON.stringify([path, payload]));
    if (this.#inFlight.has(scope)) {
      const message = "Same idempotency key used while original request is still in progress.";
      throw new ApiError(409, "concurrent_idempotent_requests", message);
    }
    const kept = this.#state.answers.get(scope);
    const fresh = kept && this.#state.now().getTime() - Date.parse(kept.at) < KEPT_MS ? kept : null;
    if (fresh && fresh.fingerprint !== fingerprint) {
      const message = "Same idempotency key used with a different request payload.";
      throw new ApiError(409, "invalid_idempotent_request", message);
    }
    this.#inFlight.add(scope);
    return { claim: { scope, fingerprint }, replay: fresh?.answer ?? null };
  }

  release(claim: Claim): void {
    this.#inFlight.delete(claim.scope);
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
