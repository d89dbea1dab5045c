/** Who caused a unit of work: an API call, or a person on one of the sandbox's pages (both null). */
export interface Cause {
  requestId: string | null;
  idempotencyKey: string | null;
}

export const BY_HAND: Cause = { requestId: null, idempotencyKey: null };
