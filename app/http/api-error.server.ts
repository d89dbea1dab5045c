import { AppError } from "~/platform/errors";
import { databaseIsAway } from "./database-away.server";
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

/** What any address may refuse with, beside its own reasons. */
export const COMMON_REFUSALS: Readonly<Record<number, readonly string[]>> = {
  400: ["not_json", "bad_request"],
  401: ["key_missing_or_unknown"],
  403: ["https_only", "scope_missing", "publishable_key", "secret_key_in_browser"],
  404: ["not_found", "no_such_address"],
  405: ["method_not_allowed"],
  413: ["too_large"],
  415: ["not_json", "encoding_not_supported"],
  422: ["input_refused"],
  429: ["too_many_requests"],
  500: ["unexpected"],
  503: ["database_busy", "unavailable"],
};

/** The same of the calls that pages make (P16). */
export const PAGE_REFUSALS: typeof COMMON_REFUSALS = { ...COMMON_REFUSALS, 403: ["secret_key", "origin_missing", "origin_not_listed"] };

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
  if (error instanceof AppError && error.status === 503) return new ApiRefusal(503, error.code, sentenceOf(error.code));
  if (databaseIsAway(error)) return new ApiRefusal(503, "unavailable", sentenceOf("unavailable"));
  return new ApiRefusal(500, "unexpected", "Something went wrong here. Nothing was kept; try again.");
}

const SENTENCES: Record<string, string> = {
  idempotency_conflict: "This key was used before with other input; nothing was changed.",
  currency_mismatch: "The refund is in another currency than the sale.",
  too_many_requests: "Too many requests; wait and try again.",
  database_busy: "Busy. Nothing was kept; try again.",
  too_large: "The body is too large.",
  encoding_not_supported: "Send the body as it is, not compressed.",
  bad_request: "The address is not valid percent-encoding.",
  method_not_allowed: "This address does not take that method.",
  not_found: "There is nothing under this id, or it is not yours to see.",
  unavailable: "The database is away. Nothing was kept; try again.",
};

/** For the developer on the other side. */
export function sentenceOf(code: string): string {
  return SENTENCES[code] ?? `Refused: ${code}.`;
}
