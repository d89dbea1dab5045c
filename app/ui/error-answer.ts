import type { UserMessage } from "~/platform/errors";

/** What a page learns about an error: no stack, no facts, only words and the reference to look it up by. */
export interface ErrorAnswer {
  code: string;
  message: UserMessage;
  /** The request id under which the log holds the rest. */
  reference: string;
}

export function isErrorAnswer(value: unknown): value is ErrorAnswer {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    "message" in value &&
    "reference" in value
  );
}
