import { z } from "zod";
import type { DescribedCall } from "./api-endpoint";
import { refusalsOf } from "./api-refusals";
import { errorAnswer } from "./api-shapes";

export type JsonSchema = Record<string, unknown>;

const LIMIT_HEADERS = {
  "X-RateLimit-Limit": "Calls a key may make in a minute",
  "X-RateLimit-Remaining": "How many of them are left",
  "X-RateLimit-Reset": "Seconds until they are counted anew",
};

/** The OpenAPI 3.1 document of these calls, made from the schemas their handlers use; `origin` is where they stand. */
export function apiDocument(endpoints: readonly DescribedCall[], origin: string): JsonSchema {
  const schemas: Record<string, unknown> = {};
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint, schemas) };
  }
  const error = schemaOf(errorAnswer, "output", schemas);
  const headers = Object.entries(LIMIT_HEADERS).map(([name, description]) => [name, { description, schema: { type: "integer" } }]);
  return {
    openapi: "3.1.0",
    info: {
      title: "Vouch API",
      version: "1",
      description: "What a shop's server, and its pages, tell Vouch and ask of it. Amounts are minor units, times ISO 8601 in UTC, lists newest first.",
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ key: [] }],
    tags: [...new Set(endpoints.map(({ group }) => group))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A secret key from Settings, Keys: `vouch_live_…`. On a server only" },
        pageKey: { type: "http", scheme: "bearer", description: "A publishable key from Settings, Keys: `vouch_pub_…`. On the pages of the origins it lists" },
      },
      headers: Object.fromEntries(headers),
      responses: { Refused: { description: "Refused; nothing was changed", content: { "application/json": { schema: error } } } },
      schemas,
    },
  };
}

function operation(endpoint: DescribedCall, schemas: Record<string, unknown>) {
  const { operationId, group, scope, summary, description, params, query, body, answer, answers, examples } = endpoint;
  const headers = Object.fromEntries(Object.keys(LIMIT_HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]));
  const usual = Number(Object.keys(answers)[0]);
  const told = examples.map((example, i) => [`example${i + 1}`, { summary: example.title, value: example.body }]);
  const said = (status: number) =>
    examples.flatMap((example, i) => ((example.status ?? usual) === status ? [[`example${i + 1}`, { summary: example.title, value: example.answer }]] : []));
  const good = Object.entries(answers).map(([status, meaning]) => {
    const content = { schema: schemaOf(answer, "output", schemas), examples: Object.fromEntries(said(Number(status))) };
    return [status, { description: meaning, headers, content: { "application/json": content } }];
  });
  const refused = Object.entries(refusalsOf(endpoint)).map(([status, reasons]) => [
    status,
    { description: `\`reason\`: ${reasons.join(", ")}`, content: { "application/json": { schema: schemaOf(errorAnswer, "output", schemas) } } },
  ]);
  return {
    operationId, tags: [group], summary, description,
    ...(scope === null ? { security: [{ pageKey: [] }] } : { "x-scope": scope }),
    parameters: [...parameters(params, "path", schemas), ...parameters(query, "query", schemas)],
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "input", schemas), examples: Object.fromEntries(told) } } },
    }),
    responses: Object.fromEntries([...good, ...refused]),
  };
}

function parameters(schema: z.ZodType | undefined, place: "path" | "query", schemas: Record<string, unknown>) {
  const { properties = {}, required = [] } = (schema ? schemaOf(schema, "input", schemas) : {}) as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(properties).map(([name, { description, ...of }]) => ({
    name, in: place, required: required.includes(name), ...(typeof description === "string" && { description }), schema: of,
  }));
}

/** A schema as JSON Schema; those with an id of their own go to `schemas` and are referred to. */
export function schemaOf(schema: z.ZodType, io: "input" | "output", schemas: Record<string, unknown>): JsonSchema {
  const { $schema: _dialect, $defs, ...own } = JSON.parse(
    JSON.stringify(z.toJSONSchema(schema, { io, target: "draft-2020-12" })).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as JsonSchema & { $defs?: Record<string, JsonSchema> };
  for (const [id, { id: _id, ...definition }] of Object.entries($defs ?? {})) schemas[id] = definition;
  if (typeof own.id !== "string") return own;
  const { id, ...definition } = own;
  schemas[id as string] = definition;
  return { $ref: `#/components/schemas/${id as string}` };
}
