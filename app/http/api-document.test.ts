import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { DOCUMENTED } from "~/routes/api/endpoints.server";
import { apiDocument, type JsonSchema } from "./api-document";

const document = apiDocument(DOCUMENTED, "https://champions.example.com") as {
  paths: Record<string, Record<string, { operationId: string; requestBody?: { content: Record<string, { schema: JsonSchema }> }; responses: Record<string, { content: Record<string, { schema: JsonSchema }> }> }>>;
  components: JsonSchema;
};

/** Checks values against a schema of the document, with what it refers to. */
function checking(schema: JsonSchema) {
  const ajv = addFormats(new Ajv2020({ strict: false }));
  return ajv.compile({ ...schema, components: document.components });
}

describe("the OpenAPI document", () => {
  it("is one", async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)) as JsonSchema);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it("names every endpoint", () => {
    const named = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect(named.sort()).toEqual(DOCUMENTED.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it.each(DOCUMENTED.map((endpoint) => [endpoint.operationId, endpoint] as const))("%s: its schemas take its examples, and no field more", (_id, endpoint) => {
    const operation = document.paths[endpoint.path]?.[endpoint.method.toLowerCase()];
    for (const { body, status, answer } of endpoint.examples) {
      const shape = operation?.responses[status ?? Object.keys(endpoint.answers)[0] ?? ""]?.content["application/json"]?.schema;
      const isAnswer = checking(shape ?? {});
      expect([isAnswer(answer), isAnswer.errors]).toEqual([true, null]);
      expect(isAnswer({ ...(answer as object), more: 1 })).toBe(false);
      const taken = operation?.requestBody?.content["application/json"]?.schema;
      expect(taken === undefined).toBe(endpoint.body === undefined);
      if (!taken) continue;
      const isInput = checking(taken);
      expect([isInput(body), isInput.errors]).toEqual([true, null]);
      expect(isInput({ ...body, more: 1 })).toBe(false);
    }
  });
});
