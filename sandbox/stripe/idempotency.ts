import { IDEMPOTENCY_SECONDS } from "./retention";
import type { Sandbox } from "./sandbox";
import { StripeError } from "./stripe-error";
import type { IdempotentAnswer } from "./tables";

const MAX_KEY_LENGTH = 255;

export interface IdempotentCall {
  /** Key and account: two accounts may use the same key. */
  id: string;
  key: string;
  endpoint: string;
  parameters: string;
}

/** Remembers which keys are at work right now. */
export class KeysInFlight {
  readonly #keys = new Set<string>();

  begin(call: IdempotentCall): void {
    if (this.#keys.has(call.id)) {
      throw new StripeError(409, {
        type: "idempotency_error",
        code: "idempotency_key_in_use",
        message:
          `There is currently another in-progress request using this Idempotent Key (that probably means you ` +
          `submitted twice, and the other request is still going through): ${call.key}. Please try again later.`,
      });
    }
    this.#keys.add(call.id);
  }

  end(call: IdempotentCall): void {
    this.#keys.delete(call.id);
  }
}

/** The call's identity for replays; null without a key. */
export function idempotentCall(
  key: string | undefined,
  account: string | null,
  method: string,
  path: string,
  parameters: string,
): IdempotentCall | null {
  if (key === undefined || method !== "POST") return null;
  if (key === "" || key.length > MAX_KEY_LENGTH) {
    throw new StripeError(400, {
      type: "invalid_request_error",
      message: `Idempotency keys must be between 1 and ${MAX_KEY_LENGTH} characters long.`,
    });
  }
  const sorted = new URLSearchParams(parameters);
  sorted.sort();
  return { id: `${account ?? ""} ${key}`, key, endpoint: `${method} ${path}`, parameters: sorted.toString() };
}

/** The first answer under this key, 500s included, kept for 24 hours; throws when the call is another one. */
export function findAnswer(sandbox: Sandbox, call: IdempotentCall): IdempotentAnswer | null {
  const answer = sandbox.tables.idempotentAnswers.find(call.id);
  if (!answer || answer.at < sandbox.now() - IDEMPOTENCY_SECONDS) return null;
  if (answer.endpoint !== call.endpoint) {
    throw conflict(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ` +
        `('${call.endpoint}' does not match the first request's '${answer.endpoint}'). ` +
        `Try using a key other than '${call.key}' if you meant to execute a different request.`,
    );
  }
  if (answer.parameters !== call.parameters) {
    throw conflict(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. ` +
        `Try using a key other than '${call.key}' if you meant to execute a different request.`,
    );
  }
  return answer;
}

/** Part of the unit of work that had the effect, so that effect and answer are saved together. */
export function keepAnswer(sandbox: Sandbox, call: IdempotentCall, status: number, body: string): void {
  const { id, endpoint, parameters } = call;
  sandbox.tables.idempotentAnswers.put({ id, endpoint, parameters, status, body, at: sandbox.now() });
}

function conflict(message: string): StripeError {
  return new StripeError(400, { type: "idempotency_error", message });
}
