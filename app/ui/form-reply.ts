import type { UserMessage } from "~/platform/errors";

/** What a form gets back when something in it has to change: what was typed, and what to do about it. */
export interface FormReply {
  kind: "form";
  values: Record<string, string | string[]>;
  fieldErrors: Record<string, UserMessage[]>;
  formErrors: UserMessage[];
}

/** Tells a form's reply from the other things an action may return. */
export function isFormReply(value: unknown): value is FormReply {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "form";
}
