import { z } from "zod";
import type { FormFields } from "./form-body";
import { invalidRequest } from "./stripe-error";
import type { StripeError } from "./stripe-error";

export const text = z.string().min(1).max(5000);
export const integer = z
  .string()
  .regex(/^-?\d{1,15}$/, "integer")
  .transform(Number);
export const positive = integer.refine((value) => value >= 1, "positive");
export const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "decimal")
  .transform(Number);
export const flag = z.enum(["true", "false"]).transform((value) => value === "true");
export const currency = z
  .string()
  .regex(/^[a-zA-Z]{3}$/, "currency")
  .transform((value) => value.toLowerCase());

/** A field that an empty string unsets. */
export function clearable<S extends z.ZodType>(schema: S) {
  return z.union([z.literal("").transform(() => null), schema]);
}

/** A list, sent as `a[]=` or `a[0]=`. */
export function list<S extends z.ZodType>(item: S) {
  return z.preprocess(
    (value) => (typeof value === "object" && value !== null ? Object.values(value) : value),
    z.array(item),
  );
}

/** An object whose fields the sandbox accepts and does not act upon. */
export const accepted = z.union([z.string(), z.record(z.string(), z.unknown())]);

export const metadata = clearable(z.record(z.string().max(40), z.string().max(500)));
export const timeRange = z.union([
  integer,
  z.strictObject({
    gt: integer.optional(),
    gte: integer.optional(),
    lt: integer.optional(),
    lte: integer.optional(),
  }),
]);
export const expand = list(text).optional();

export const paging = {
  limit: integer.refine((value) => value >= 1 && value <= 100, "limit").optional(),
  starting_after: text.optional(),
  ending_before: text.optional(),
};

/** Checks the parameters of a call; throws Stripe's 400 that names the first parameter at fault. */
export function checkParameters<S extends z.ZodType>(schema: S, fields: FormFields): z.output<S> {
  const result = schema.safeParse(fields);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (!issue) throw invalidRequest("Invalid parameters");
  throw describeIssue(issue, fields);
}

function describeIssue(issue: z.core.$ZodIssue, fields: FormFields): StripeError {
  if (issue.code === "unrecognized_keys") {
    const name = bracketed([...issue.path, issue.keys[0] ?? ""]);
    return invalidRequest(`Received unknown parameter: ${name}`, name, "parameter_unknown");
  }
  const name = bracketed(issue.path);
  const given = issue.path.reduce<unknown>(
    (node, key) => (typeof node === "object" && node !== null ? Object(node)[key] : undefined),
    fields,
  );
  if (given === undefined)
    return invalidRequest(`Missing required param: ${name}.`, name, "parameter_missing");
  if (given === "") {
    return invalidRequest(
      `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; ` +
        `however '${name}' cannot be unset. You should remove '${name}' from your request or supply a ` +
        "non-empty value.",
      name,
      "parameter_invalid_empty",
    );
  }
  if (issue.message === "integer") {
    return invalidRequest(`Invalid integer: ${String(given)}`, name, "parameter_invalid_integer");
  }
  const nested = issue.code === "invalid_union" ? issue.errors.at(-1)?.[0] : undefined;
  if (nested && typeof given === "object") {
    return describeIssue({ ...nested, path: [...issue.path, ...nested.path] }, fields);
  }
  return invalidRequest(`Invalid value for ${name}`, name);
}

function bracketed(path: PropertyKey[]): string {
  return path.map((part, index) => (index === 0 ? String(part) : `[${String(part)}]`)).join("");
}
