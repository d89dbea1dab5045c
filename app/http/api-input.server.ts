import type { z } from "zod";
import { NotFoundError } from "~/platform/errors";
import { ApiRefusal, type FieldProblem } from "./api-error.server";
import type { ApiRequest } from "./api.server";
import { oddityOf } from "./json-text";

/** @throws ApiRefusal 415, 400 when it is no JSON, 422 naming the fields that are missing, unknown or malformed */
export async function readJson<Schema extends z.ZodType>(request: ApiRequest, schema: Schema): Promise<z.output<Schema>> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new ApiRefusal(415, "not_json", "Send JSON with Content-Type: application/json.");
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await request.arrayBuffer());
    value = JSON.parse(text);
  } catch {
    throw new ApiRefusal(400, "not_json", "The body is not valid JSON.");
  }
  const oddity = oddityOf(text);
  if (oddity) throw inputRefused([oddity]);
  return parse(schema, value);
}

/** @throws ApiRefusal 422, also for a parameter that comes twice: of such, each reader takes another */
export function readQuery<Schema extends z.ZodType>(address: URL, schema: Schema): z.output<Schema> {
  const names = [...address.searchParams.keys()];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw inputRefused([{ field: twice.slice(0, 100), problem: "given twice" }]);
  return parse(schema, Object.fromEntries(address.searchParams));
}

/** @throws NotFoundError for what cannot be the name of anything */
export function readParams<Schema extends z.ZodType>(params: Record<string, string>, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw new NotFoundError("address");
  return parsed.data;
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw inputRefused(
    parsed.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({ field: key.slice(0, 100), problem: "unknown field" }))
        : [{ field: issue.path.join(".").slice(0, 100), problem: issue.message }],
    ),
  );
}

/** At most 20 fields are named: an answer does not grow with what was sent. */
function inputRefused(fields: FieldProblem[]): ApiRefusal {
  return new ApiRefusal(422, "input_refused", "Some fields are missing, unknown or malformed.", fields.slice(0, 20));
}
