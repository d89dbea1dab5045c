import { data } from "@remix-run/node";
import { TooManyRequestsError } from "~/platform/errors";
import type { ParsedForm } from "./form.server";

/**
 * The form again, with what was typed and a sentence (`key`, with `minutes`) about when to come back; 429.
 * @throws whatever else went wrong
 */
export function slowDown(form: Pick<ParsedForm<unknown>, "refuse">, key: string, error: unknown) {
  if (!(error instanceof TooManyRequestsError)) throw error;
  const minutes = Math.max(1, Math.ceil(error.retryAfterSeconds / 60));
  const { data: reply } = form.refuse({ form: { key, values: { minutes } } });
  return data(reply, { status: 429, headers: { "Retry-After": String(error.retryAfterSeconds) } });
}
