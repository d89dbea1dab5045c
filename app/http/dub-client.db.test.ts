import { Dub } from "dub";
import { Conflict, RateLimitExceeded, Unauthorized, UnprocessableEntity } from "dub/models/errors";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LIMITS } from "~/identity/limits";
import { apiCalls, type ApiCalls } from "~/testing/api-calls";
import { apiServer } from "~/testing/api-server";

let api: ApiCalls;
let origin: string;
beforeAll(async () => {
  api = await apiCalls();
  origin = await apiServer();
});
beforeEach(() => api.takeNewKey());

/** As a shop writes it: the address and the key are all that changes. */
const client = (token = api.key) => new Dub({ token, serverURL: `${origin}/api/v1` });

const refusal = (call: Promise<unknown>) => call.then(() => null, (error: unknown) => error);

describe("the npm package dub, unchanged (P2, P3)", () => {
  it.each(["async", "wait"] as const)("track.lead in mode %s binds the friend, after which track.sale is attributed", async (mode) => {
    const anna = await api.champion();
    const customerExternalId = api.externalId();
    const lead = await client().track.lead({
      clickId: await api.token(anna), eventName: "Sign up", customerExternalId, customerName: "Joost", customerEmail: `joost.${mode}@example.test`,
      // Dropped, so that a picture in place of its address does no harm.
      customerAvatar: `data:image/png;base64,${"iVBORw0KGgo".repeat(2_000)}`, mode, metadata: { plan: "pro" },
    });
    expect(lead.link).toMatchObject({ key: anna.code, partnerId: anna.champion.id, programId: api.program.id });
    expect(lead.customer).toMatchObject({ externalId: customerExternalId });
    expect(lead.customer.email ?? null).toBeNull();
    const sale = await client().track.sale({
      customerExternalId, amount: 8_000, currency: "eur", invoiceId: `INV-${customerExternalId}`, eventName: "Invoice paid", paymentProcessor: "stripe",
      metadata: { basket: 3 },
    });
    expect(sale.eventName).toBe("Invoice paid");
    expect(sale.sale).toMatchObject({ amount: 8_000, currency: "eur", paymentProcessor: "stripe", metadata: { basket: 3 } });
    const { rows } = await api.db.pool.query("select due_minor::int as due from reward where champion_id = $1", [anna.champion.id]);
    expect(rows).toEqual([{ due: 1_000 }]);
  });

  it("a deferred lead binds nothing until the sign-up is told by the shop's number", async () => {
    const anna = await api.champion();
    const customerExternalId = api.externalId();
    const deferred = await client().track.lead({ clickId: await api.token(anna), eventName: "Sign up", customerExternalId, mode: "deferred" });
    expect(deferred.link).toBeNull();
    const signUp = await client().track.lead({ clickId: "", eventName: "Sign up", customerExternalId });
    expect(signUp.link?.partnerId).toBe(anna.champion.id);
  });

  it("a sale that is nobody's is an answer with nulls", async () => {
    const sale = await client().track.sale({ customerExternalId: api.externalId(), amount: 5_000 });
    expect([sale.customer, sale.sale]).toEqual([null, null]);
  });

  it("names dollars by itself, so a program in euros thanks nobody for such a sale", async () => {
    const anna = await api.champion();
    const customerExternalId = api.externalId();
    await client().track.sale({ customerExternalId, amount: 8_000, clickId: await api.token(anna) });
    const { rows } = await api.db.pool.query("select currency from purchase p join customer c on c.id = p.customer_id where c.external_id = $1", [customerExternalId]);
    expect(rows).toEqual([{ currency: "USD" }]);
    expect((await api.db.pool.query("select 1 from reward where champion_id = $1 and due_minor > 0", [anna.champion.id])).rows).toEqual([]);
  });

  it("knows each refusal by its own class", async () => {
    const customerExternalId = api.externalId();
    const told = { customerExternalId, amount: 5_000, invoiceId: `INV-${customerExternalId}` };
    await client().track.sale(told);
    const conflict = await refusal(client().track.sale({ ...told, amount: 6_000 }));
    expect(conflict).toBeInstanceOf(Conflict);
    expect((conflict as Conflict).error).toMatchObject({ code: "conflict" });
    expect(await refusal(client("vouch_test_unknown").track.sale(told))).toBeInstanceOf(Unauthorized);
    expect(await refusal(client().track.sale({ ...told, invoiceId: "x".repeat(200) }))).toBeInstanceOf(UnprocessableEntity);
    for (let i = 0; i < LIMITS["api-key"].points; i++) await api.call("track/sale", {});
    expect(await refusal(client().track.sale(told))).toBeInstanceOf(RateLimitExceeded);
  });
});
