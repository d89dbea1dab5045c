import type { z } from "zod";
import { schemaOf, type JsonSchema } from "./api-document";
import type { DescribedCall } from "./api-endpoint";
import { addressOf, type ApiExample } from "./api-example";
import { refusalsOf } from "./api-refusals";

export interface ReferenceField {
  name: string;
  place: "path" | "query" | "body" | "answer";
  type: string;
  required: boolean;
  description: string;
}

export interface ReferenceExample {
  title: string;
  /** `POST`, and where it goes below `/api/v1/`. */
  address: string;
  body: string | null;
  curl: string;
  javascript: string;
  status: number;
  answer: string;
}

/** One operation as the reference page shows it. */
export interface ReferenceOperation extends Pick<DescribedCall, "operationId" | "group" | "scope" | "summary" | "description"> {
  /** Method and path in one line. */
  heading: string;
  fields: ReferenceField[];
  answers: { status: number; meaning: string }[];
  refusals: { status: number; reasons: string[] }[];
  examples: ReferenceExample[];
}

/** As the lines in `docs/wire-a-shop` write it. */
const PAGE_KEY = "vouch_pub_your_key";

/** Every operation in the order of the list, from the same schemas the handlers use. */
export function referenceOf(endpoints: readonly DescribedCall[], origin: string): ReferenceOperation[] {
  return endpoints.map((endpoint) => {
    const { operationId, group, method, path, scope, summary, description, params, query, body, answer, answers, examples } = endpoint;
    return {
      operationId, group, scope, summary, description,
      heading: `${method} /api/v1${path}`,
      fields: [...fieldsOf(params, "path"), ...fieldsOf(query, "query"), ...fieldsOf(body, "body"), ...fieldsOf(answer, "answer")],
      answers: Object.entries(answers).map(([status, meaning]) => ({ status: Number(status), meaning })),
      refusals: Object.entries(refusalsOf(endpoint)).map(([status, reasons]) => ({ status: Number(status), reasons })),
      examples: examples.map((example) => shownExample(endpoint, example, origin)),
    };
  });
}

function shownExample({ method, path, scope, answers }: DescribedCall, example: ApiExample, origin: string): ReferenceExample {
  const address = addressOf(path, example);
  const url = `${origin}/api/v1/${address}`;
  const body = example.body ? JSON.stringify(example.body, null, 2) : null;
  const ofPage = scope === null;
  const curl = [
    `curl ${method === "GET" ? "" : `-X ${method} `}"${url}" \\`,
    // A browser says by itself on whose page it is.
    ...(ofPage ? [`  -H "Origin: https://your-shop.example" \\`] : []),
    `  -H "Authorization: Bearer ${ofPage ? PAGE_KEY : "$VOUCH_KEY"}"${body ? " \\" : ""}`,
    // A quote inside would end the text of the shell.
    ...(body ? [`  -H "Content-Type: application/json" \\`, `  -d '${body.replaceAll("'", "'\\''")}'`] : []),
  ].join("\n");
  const options = [
    ...(method === "GET" ? [] : [`  method: "${method}",`]),
    `  headers: { Authorization: ${ofPage ? `"Bearer ${PAGE_KEY}"` : "`Bearer ${process.env.VOUCH_KEY}`"}${body ? `, "Content-Type": "application/json"` : ""} },`,
    ...(body ? [`  body: JSON.stringify(${body.replaceAll("\n", "\n  ")}),`] : []),
  ].join("\n");
  const javascript = `const response = await fetch("${url}", {\n${options}\n});\nconst answer = await response.json();`;
  const status = example.status ?? Number(Object.keys(answers)[0]);
  return { title: example.title, address, body, curl, javascript, status, answer: JSON.stringify(example.answer, null, 2) };
}

function fieldsOf(schema: z.ZodType | undefined, place: ReferenceField["place"]): ReferenceField[] {
  if (!schema) return [];
  const definitions: Record<string, unknown> = {};
  const found = resolve(schemaOf(schema, place === "answer" ? "output" : "input", definitions), definitions);
  const { properties = {}, required = [] } = found as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => {
    const { description = resolve(property, definitions).description } = property;
    return { name, place, type: typeOf(property, definitions), required: required.includes(name), description: typeof description === "string" ? description : "" };
  });
}

function resolve(schema: JsonSchema, definitions: Record<string, unknown>): JsonSchema {
  const name = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
  return name ? (definitions[name] as JsonSchema) : schema;
}

/** A type in a few words: "string", "list of objects", "eur | usd", "integer or null". */
function typeOf(property: JsonSchema, definitions: Record<string, unknown>): string {
  const schema = resolve(property, definitions);
  const either = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (either) return [...new Set(either.map((one) => typeOf(one, definitions)))].join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === "array") return `list of ${typeOf((schema.items ?? {}) as JsonSchema, definitions)}`;
  if (Array.isArray(schema.enum)) return schema.enum.length > 12 ? "one of many words" : schema.enum.join(" | ");
  if (schema.format === "date-time") return "time";
  return [schema.type ?? "anything"].flat().join(" or ");
}
