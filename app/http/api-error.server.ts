import { AppError } from "~/platform/errors";
import { RefusedFieldsError } from "~/journeys/refused-fields";

export interface FieldProblem {
  field: string;
  problem: string;
}

/** A call that was refused, in plain words for the developer on the other side. */
export class ApiRefusal extends Error {
  override name = "ApiRefusal";
  constructor(
    readonly status: number,
    /** Our own stable reason, beside the code that clients of other systems know (P3). */
    readonly reason: string,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
  }
}

/** The codes clients written for Dub branch on, by status (P3). */
const CODE_OF_STATUS: Record<number, string> = {
  401: "unauthorized", 403: "forbidden", 404: "not_found", 409: "conflict", 422: "unprocessable_entity", 429: "rate_limit_exceeded",
};

/** P8: `{ error: { code, reason, message, fields[] }, requestId }`. */
export function errorBody(refusal: ApiRefusal, requestId: string): object {
  const { status, reason, message, fields } = refusal;
  const code = CODE_OF_STATUS[status] ?? (status >= 500 ? "internal_server_error" : "bad_request");
  return { error: { code, reason, message, fields }, requestId };
}

/** Any error as a refusal; what nobody expected tells nothing but its request id. */
export function refusalOf(error: unknown): ApiRefusal {
  if (error instanceof ApiRefusal) return error;
  if (error instanceof RefusedFieldsError) {
    const fields = error.fields.map((field) => ({ field, problem: "differs" }));
    return new ApiRefusal(error.status, error.code, sentenceOf(error.code), fields);
  }
  if (error instanceof AppError && error.status < 500) return new ApiRefusal(error.status, error.code, sentenceOf(error.code));
  if (error instanceof AppError && error.status === 503) return new ApiRefusal(503, error.code, "Busy. Nothing was kept; try again.");
  return new ApiRefusal(500, "unexpected", "Something went wrong here. Nothing was kept; try again.");
}

const SENTENCES: Record<string, string> = {
  idempotency_conflict: "This key was used before with other input; nothing was changed.",
  currency_mismatch: "The refund is in another currency than the sale.",
  too_many_requests: "Too many requests; wait and try again.",
  too_large: "The body is too large.",
};

function sentenceOf(code: string): string {
  return SENTENCES[code] ?? `Refused: ${code}.`;
}
