import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { API_SCOPES } from "~/identity/api-key";
import { ENDPOINTS } from "~/routes/api/endpoints.server";
import { apiCalls, type ApiCalls } from "~/testing/api-calls";
import { apiWorld } from "~/testing/api-world";
import { addressOf, withReal, type ExampleThings } from "./api-example";

let api: ApiCalls;
let real: ExampleThings;
beforeAll(async () => {
  api = await apiCalls();
  real = await apiWorld(api);
});
beforeEach(() => api.takeNewKey());

/** The names of an answer's fields, all the way down; of a list those of its first item, where both have one. */
function agree(example: unknown, answer: unknown): void {
  if (Array.isArray(example) && Array.isArray(answer)) {
    if (example.length > 0 && answer.length > 0) agree(example[0], answer[0]);
  } else if (isObject(example) && isObject(answer)) {
    if ("compared" in example) return;
    expect(Object.keys(answer).sort()).toEqual(Object.keys(example).sort());
    for (const key of Object.keys(example)) agree(example[key], answer[key]);
  } else if (example !== null && answer !== null) {
    expect(typeof answer).toBe(typeof example);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

describe.each(ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))("%s", (_name, endpoint) => {
  it.each(endpoint.examples.map((example) => [example.title, example] as const))("answers as its example says: %s", async (_title, example) => {
    const { body, status = 200 } = withReal(example, real);
    const answer = await api.call(addressOf(endpoint.path, withReal(example, real)), body, { method: endpoint.method });
    expect([answer.status, answer.body.error]).toEqual([status, undefined]);
    expect(endpoint.answer.safeParse(example.answer).error).toBeUndefined();
    agree(example.answer, answer.body);
  });

  it("asks for a key that is known, stands, and has its scope", async () => {
    const path = addressOf(endpoint.path, withReal(endpoint.examples[0], real));
    const ask = async (bearer: string | null) => (await api.call(path, {}, { method: endpoint.method, bearer })).status;
    const others = API_SCOPES.filter((scope) => scope !== endpoint.scope);
    expect(await ask(null)).toBe(401);
    expect(await ask(api.key.replace("vouch_test_", "vouch_live_"))).toBe(401);
    expect(await ask(`${api.key.slice(0, -1)}${api.key.endsWith("A") ? "B" : "A"}`)).toBe(401);
    expect(await ask(await api.aKey(others))).toBe(403);
  });

  it("has an address that says what it is, and a name of its own", () => {
    expect(ENDPOINTS.filter(({ operationId }) => operationId === endpoint.operationId)).toHaveLength(1);
    expect(Object.keys(endpoint.examples[0].params ?? {}).map((name) => `{${name}}`)).toEqual(endpoint.path.match(/\{\w+\}/g) ?? []);
    expect(endpoint.body === undefined).toBe(["GET", "DELETE"].includes(endpoint.method));
  });
});
