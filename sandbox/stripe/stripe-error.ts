export interface StripeErrorBody {
  type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error" | "rate_limit_error";
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: object;
}

/**
 * An answer that is not 2xx, in Stripe's shape. With `keepEffects` what was written before it stays: a declined card
 * leaves its failed charge behind.
 */
export class StripeError extends Error {
  constructor(readonly status: number, readonly body: StripeErrorBody, readonly keepEffects = false) {
    super(body.message);
    this.name = "StripeError";
  }
}

export function invalidRequest(message: string, param?: string, code?: string): StripeError {
  return new StripeError(400, {
    type: "invalid_request_error",
    message,
    ...(param === undefined ? {} : { param }),
    ...(code === undefined ? {} : { code }),
  });
}

/** 404 when the id stood in the path, 400 when it came as a parameter. */
export function missingResource(label: string, id: string, param?: string): StripeError {
  return new StripeError(param === undefined ? 404 : 400, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${label}: '${id}'`,
    param: param ?? "id",
  });
}
