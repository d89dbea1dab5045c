import type { z } from "zod";
import type { UserMessage } from "~/platform/errors";

type Issue = z.core.$ZodIssue;

/**
 * What to tell a person about one problem of a form. A schema names its own message as a key of the message files
 * (`z.string().regex(…, "portal.join.codeShape")`); every other problem has a general sentence.
 */
export function messageOfIssue(issue: Issue): UserMessage {
  if (/^[a-z]\w*(\.\w+)+$/i.test(issue.message)) {
    return {
      key: issue.message,
      values: issue.code === "custom" ? plainValues(issue.params) : limits(issue),
    };
  }
  return generalMessage(issue);
}

function generalMessage(issue: Issue): UserMessage {
  switch (issue.code) {
    case "unrecognized_keys":
      return { key: "errors.form.unknownField" };
    case "invalid_type":
      return { key: issue.input === undefined ? "errors.field.required" : "errors.field.notUnderstood" };
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return { key: "errors.field.required" };
      return { key: `errors.field.tooSmall.${kindOf(issue.origin)}`, values: limits(issue) };
    case "too_big":
      return { key: `errors.field.tooBig.${kindOf(issue.origin)}`, values: limits(issue) };
    case "invalid_format":
      return {
        key:
          issue.format === "email"
            ? "errors.field.email"
            : issue.format === "url"
            ? "errors.field.url"
            : "errors.field.notUnderstood",
      };
    case "invalid_value":
      return { key: "errors.field.choose" };
    default:
      return { key: "errors.field.notUnderstood" };
  }
}

function kindOf(origin: string): "text" | "number" | "list" {
  if (origin === "string") return "text";
  return origin === "array" || origin === "set" ? "list" : "number";
}

function limits(issue: Issue): UserMessage["values"] {
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) };
  return undefined;
}

function plainValues(params: Record<string, unknown> | undefined): UserMessage["values"] {
  const plain = Object.entries(params ?? {}).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return plain.length === 0 ? undefined : Object.fromEntries(plain);
}
