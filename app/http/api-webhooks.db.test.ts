import { beforeAll, beforeEach, expect, it } from "vitest";
import { apiCalls, type ApiCalls } from "~/testing/api-calls";

let api: ApiCalls;
beforeAll(async () => {
  api = await apiCalls();
});
beforeEach(() => api.takeNewKey());

const wanted = { url: "https://shop.example.com/hooks", types: ["reward.approved"] };
const make = (over: object = {}) => api.call("webhook-endpoints", { ...wanted, ...over });

it("makes one endpoint of an address, shows its secret once, and says what differs (P7)", async () => {
  const made = await make();
  expect(made).toMatchObject({ status: 201, body: { enabled: true, duplicate: false } });
  expect(made.body.secret).toMatch(/^whsec_/);
  expect(await make()).toMatchObject({ status: 200, body: { id: made.body.id, secret: null, duplicate: true } });
  expect(await make({ types: ["reward.issued"] })).toMatchObject({ status: 409, body: { error: { reason: "idempotency_conflict", fields: [{ field: "types" }] } } });
  expect(JSON.stringify((await api.get(`webhook-endpoints/${made.body.id}`)).body)).not.toContain("whsec_");
});

it.each([
  { url: "https://10.0.0.1/" }, { url: "http://shop.example.com/" }, { url: "nonsense" }, { types: [] }, { types: ["payout.paid"] }, { types: ["reward.issued", "reward.issued"] },
  { description: "two\nlines" }, { secret: "whsec_mine" }, { enabled: false },
])("refuses %j and makes nothing", async (over) => {
  const before = (await api.get("webhook-endpoints")).body;
  expect((await make({ url: "https://other.example.com/", ...over })).status).toBe(422);
  expect((await api.get("webhook-endpoints")).body).toEqual(before);
});

it("sends nothing again for an endpoint that is off, and knows only what there is", async () => {
  const { body: { id } } = await make({ url: "https://off.example.com/" });
  expect(await api.call(`webhook-endpoints/${id}`, { enabled: false }, { method: "PATCH" })).toMatchObject({ body: { enabled: false, disabledBecause: "by_hand" } });
  expect(await api.call(`webhook-endpoints/${id}/replay`, { from: "2026-11-01T00:00:00Z" })).toMatchObject({ status: 409, body: { error: { reason: "webhook_off" } } });
  expect((await api.call(`webhook-endpoints/${id}`, undefined, { method: "DELETE" })).status).toBe(200);
  for (const path of [`webhook-endpoints/${id}`, `webhook-endpoints/${id}/deliveries`]) expect((await api.get(path)).status).toBe(404);
  expect((await api.call(`webhook-deliveries/whd_${"0".repeat(26)}/redeliver`, {})).status).toBe(404);
});
