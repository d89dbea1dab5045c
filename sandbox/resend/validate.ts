import { z } from "zod";
import { ApiError } from "./api-error";
import schemas from "./schemas.json";

type SchemaName = keyof typeof schemas.$defs;

export interface SendEmailRequest {
  from: string;
  to: string | string[];
  subject: string;
  cc?: string | string[];
  bcc?: string | string[];
  reply_to?: string | string[];
  html?: string;
  text?: string;
  headers?: Record<string, unknown>;
  tags?: { name?: string; value?: string }[];
  attachments?: { content?: string; filename?: string; path?: string; content_type?: string }[];
  scheduled_at?: string;
  template?: { id: string };
}

const published = new Map<SchemaName, z.ZodType>();

function schemaOf(name: SchemaName): z.ZodType {
  let schema = published.get(name);
  if (!schema) {
    // zod's own JSON Schema type is narrower than the literal types TypeScript reads from the file.
    const source = { $ref: `#/$defs/${name}`, $defs: schemas.$defs } as Parameters<
      typeof z.fromJSONSchema
    >[0];
    schema = z.fromJSONSchema(source);
    published.set(name, schema);
  }
  return schema;
}

/** Checks a body against the published schema of that name; throws 422 naming the field. */
export function parseBody<T>(name: SchemaName, body: unknown): T {
  const result = schemaOf(name).safeParse(body);
  if (result.success) return result.data as T;
  const path = result.error.issues[0]?.path ?? [];
  const field = String(path[0] ?? "");
  if (path.length === 0) throw invalid("The request body must be a JSON object.");
  if (typeof body === "object" && body !== null && !(field in body)) {
    throw new ApiError(422, "missing_required_field", `Missing \`${field}\` field.`);
  }
  throw invalid(`Invalid \`${field}\` field.`);
}

const ADDRESS = /^[^\s@<>"(),:;]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+$/;
const NAMED = /^([^<>]{0,200})<([^<>]{1,320})>$/;
const TAG = /^[A-Za-z0-9_-]{1,256}$/;
const HEADER_NAME = /^[A-Za-z0-9-]{1,100}$/;
const LINE_BREAK = /[\r\n]/;
const MAX_RECIPIENTS = 50;

/** A body for `/emails`, checked against the schema and the rules that the schema only tells in words. */
export function parseEmail(body: unknown): SendEmailRequest {
  const email = parseBody<SendEmailRequest>("SendEmailRequest", body);
  checkAddresses("from", [email.from]);
  for (const field of ["to", "cc", "bcc", "reply_to"] as const) checkAddresses(field, listOf(email[field]));
  if (LINE_BREAK.test(email.subject)) throw invalid("The `\\n` is not allowed in the `subject` field.");
  if (email.template) throw new ApiError(404, "not_found", "Template not found");
  if (email.html === undefined && email.text === undefined) {
    throw new ApiError(422, "missing_required_field", "Missing `html` or `text` field.");
  }
  if (email.scheduled_at !== undefined)
    throw invalid("Invalid `scheduled_at` field. The sandbox sends at once.");
  checkHeaders(email.headers ?? {});
  for (const tag of email.tags ?? []) {
    if (!TAG.test(tag.name ?? "") || !TAG.test(tag.value ?? "")) {
      throw invalid("Tags should only contain ASCII letters, numbers, underscores, or dashes.");
    }
  }
  return email;
}

export function listOf(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

/** The bare lower-case address of `Name <a@b.c>` or `a@b.c`. */
export function bareAddress(value: string): string {
  return (NAMED.exec(value.trim())?.[2] ?? value).trim().toLowerCase();
}

function checkAddresses(field: string, values: string[]): void {
  if (values.length > MAX_RECIPIENTS) throw invalid(`The \`${field}\` field must have at most 50 addresses.`);
  for (const value of values) {
    if (!ADDRESS.test(bareAddress(value)) || LINE_BREAK.test(value)) {
      const forms = "`email@example.com` or `Name <email@example.com>`";
      throw invalid(`Invalid \`${field}\` field. The email address needs to follow the ${forms} format.`);
    }
  }
}

function checkHeaders(headers: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!HEADER_NAME.test(name) || typeof value !== "string" || LINE_BREAK.test(value)) {
      throw invalid("Invalid `headers` field.");
    }
  }
}

function invalid(message: string): ApiError {
  return new ApiError(422, "validation_error", message);
}
