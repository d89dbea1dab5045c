import { StripeError } from "./stripe-error";

export type FormValue = string | FormFields;
export interface FormFields {
  [key: string]: FormValue;
}

const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);
const MAX_FIELDS = 2000;
const MAX_DEPTH = 8;

/**
 * Reads `a[b][0]=c&d=e` as Stripe does: brackets nest, `[]` takes the next index, the last of two equal names wins.
 * Lists stay objects with numeric keys here; the schema of a call says which fields are lists.
 */
export function parseForm(text: string): FormFields {
  const fields: FormFields = {};
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    if (count > MAX_FIELDS) throw malformed("Too many parameters");
    place(fields, splitName(name), value);
  }
  return fields;
}

function splitName(name: string): string[] {
  const open = name.indexOf("[");
  if (open < 0) return [name];
  const rest = name.slice(open);
  if (open === 0 || !/^(\[[^[\]]*\])+$/.test(rest))
    throw malformed(`Invalid parameter name: ${name.slice(0, 80)}`);
  return [name.slice(0, open), ...rest.slice(1, -1).split("][")];
}

function place(fields: FormFields, path: string[], value: string): void {
  if (path.length > MAX_DEPTH) throw malformed("Parameters are nested too deeply");
  let node = fields;
  path.forEach((part, depth) => {
    const key = part === "" && depth > 0 ? String(Object.keys(node).length) : part;
    if (FORBIDDEN_KEYS.has(key)) throw malformed(`Invalid parameter name: ${key}`);
    if (depth === path.length - 1) {
      node[key] = value;
      return;
    }
    const child = node[key];
    const next: FormFields = typeof child === "object" ? child : {};
    node[key] = next;
    node = next;
  });
}

function malformed(message: string): StripeError {
  return new StripeError(400, { type: "invalid_request_error", message });
}
