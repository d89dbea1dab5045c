import { beforeAll, describe, expect, it } from "vitest";
import { createPublishableKey } from "~/identity/create-publishable-key.server";
import { revokeApiKey } from "~/identity/revoke-api-key.server";
import { API_SCOPES, readBearer } from "~/identity/api-key";
import { processClock } from "~/platform/deps.server";
import { ENDPOINTS } from "~/routes/api/endpoints.server";
import { apiCalls, type ApiCalls } from "~/testing/api-calls";
import { apiWorld } from "~/testing/api-world";
import { hostileCalls } from "~/testing/hostile-calls";
import { rowCounts } from "~/testing/row-counts";
import { withReal, type ExampleThings } from "./api-example";

let api: ApiCalls;
let real: ExampleThings;
let misfits: Record<string, string>;
beforeAll(async () => {
  api = await apiCalls();
  real = await apiWorld(api);
  const deps = { db: api.db, clock: processClock() };
  const revoked = await api.aKey([...API_SCOPES]);
  await revokeApiKey({ id: readBearer(`Bearer ${revoked}`)?.id ?? "", by: "operator" }, deps);
  const { key: publishable } = await createPublishableKey({ name: "pages", origins: ["https://shop.example"], by: "operator" }, deps);
  const exhausted = await api.aKey([...API_SCOPES]);
  await api.call("track/sale", {}, { bearer: exhausted });
  const counter = `api-key:${readBearer(`Bearer ${exhausted}`)?.id}`;
  // Used up for longer than the test takes.
  await api.db.pool.query("update platform.rate_limit set points = 1000, expire = expire + 3600000 where key = $1", [counter]);
  misfits = { revoked, publishable, exhausted };
});

describe.each(ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))("%s", (_name, endpoint) => {
  it("refuses each of 120 and more bad calls clearly, and nothing changes", async () => {
    const narrow = await api.aKey(API_SCOPES.filter((scope) => scope !== endpoint.scope));
    const calls = hostileCalls(ENDPOINTS, endpoint, withReal(endpoint.examples[0], real), api.key, { ...misfits, "other scopes": narrow });
    expect(calls.length).toBeGreaterThanOrEqual(120);
    const before = await rowCounts(api.db);
    const taken: unknown[] = [];
    for (const [i, { title, path, body, how }] of calls.entries()) {
      if (i % 100 === 0) await api.takeNewKey();
      const { status, body: answer } = await api.call(path, body, how);
      if (status < 400 || status >= 500) taken.push([title, status, answer]);
    }
    expect(taken).toEqual([]);
    expect(await rowCounts(api.db)).toEqual(before);
  });
});

describe("a shop's own numbers", () => {
  it("that look alike are different customers and different sales", async () => {
    await api.takeNewKey();
    const alike = ["José-1", "Jose\u0301-1", "JOSÉ-1", "josé-1", " José-1", "José-1 ", "José‐1", "José-１", "Jose-1", "José-1\u200b", "Joѕé-1", "%4aosé-1", "José-1\ufeff", "'José-1'", "José-1;--"];
    const ids = new Set<string>();
    for (const customerExternalId of alike) {
      const { status, body } = await api.call("customers", { customerExternalId });
      expect([status, body.customer.externalId]).toEqual([200, customerExternalId]);
      ids.add(body.customer.id);
      const sale = await api.call("track/sale", { customerExternalId, amount: 100, invoiceId: customerExternalId });
      expect(sale.body.duplicate).toBe(false);
    }
    expect(ids.size).toBe(alike.length);
  });
});
