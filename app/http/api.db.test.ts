import { beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "~/identity/limits";
import { apiCalls, type ApiCalls, type Call } from "~/testing/api-calls";

let api: ApiCalls;
beforeAll(async () => {
  api = await apiCalls();
});

const rowCounts = async () =>
  (await api.db.pool.query(`select (select count(*) from customer) c, (select count(*) from purchase) p, (select count(*) from lead) l,
    (select count(*) from refund) r, (select count(*) from touch) t`)).rows[0];

describe("the door of the API (P1, P8)", () => {
  const good = { customerExternalId: "u", clickId: "", eventName: "Sign up" };

  it.each<[string, number, string, Call, unknown]>([
    ["without a key", 401, "unauthorized", { bearer: null }, good],
    ["with an unknown key", 401, "unauthorized", { bearer: "vouch_live_00000000000000000000000000_" + "a".repeat(43) }, good],
    ["over plain http from elsewhere", 403, "forbidden", { url: "http://champions.example.com/api/v1/track/lead" }, good],
    ["with another method", 405, "bad_request", { method: "PUT" }, good],
    ["as a form", 415, "bad_request", { type: "application/x-www-form-urlencoded" }, good],
    ["that is no JSON", 400, "bad_request", { raw: "{" }, null],
    ["that is no text", 400, "bad_request", { raw: new Uint8Array([0xff, 0xfe, 0x7b]) }, null],
    ["with an unknown field", 422, "unprocessable_entity", {}, { ...good, partnerId: "chp_1" }],
    ["with a prototype field", 422, "unprocessable_entity", { raw: '{"customerExternalId":"u","clickId":"","eventName":"x","__proto__":{"a":1}}' }, null],
    ["with a missing field", 422, "unprocessable_entity", {}, { clickId: "" }],
    ["with a field of another type", 422, "unprocessable_entity", {}, { ...good, eventName: 7 }],
    ["with a NUL in a text", 422, "unprocessable_entity", {}, { ...good, customerExternalId: "a\u0000b" }],
    ["with an id too long", 422, "unprocessable_entity", {}, { ...good, customerExternalId: "x".repeat(101) }],
    ["with too much metadata", 422, "unprocessable_entity", {}, { ...good, metadata: { a: "x".repeat(10_001) } }],
    ["with a field given twice", 422, "unprocessable_entity", { raw: '{"customerExternalId":"u","clickId":"","eventName":"x","eventName":"y"}' }, null],
    ["with half a sign in a text", 422, "unprocessable_entity", {}, { ...good, customerExternalId: "a\ud800" }],
    ["that is a list", 422, "unprocessable_entity", {}, [good]],
    ["that is null", 422, "unprocessable_entity", {}, null],
  ])("a call %s is refused and changes nothing", async (_title, status, code, how, body) => {
    const before = await rowCounts();
    const answer = await api.call("track/lead", body, how);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      error: { code, reason: expect.any(String), message: expect.any(String), fields: expect.any(Array) },
      requestId: "evt_test",
    });
    expect(await rowCounts()).toEqual(before);
  });

  it("names the fields that are wrong", async () => {
    const { body } = await api.call("track/sale", { customerExternalId: "u", amount: -1, tax: 3 });
    expect(body.error.fields.map(({ field }: { field: string }) => field).sort()).toEqual(["amount", "tax"]);
  });

  it("a key without the scope may not write", async () => {
    const readOnly = await api.aKey(["read"]);
    expect((await api.call("customers", { customerExternalId: "u" }, { bearer: readOnly })).body.error).toMatchObject({ code: "forbidden", reason: "scope_missing" });
  });

  it("tells how much of the limit is left, and refuses the call above it", async () => {
    const busy = await api.aKey(["track"]);
    const { limit } = { limit: LIMITS["api-key"].points };
    const first = await api.call("track/lead", {}, { bearer: busy });
    expect(first.headers.get("X-RateLimit-Limit")).toBe(String(limit));
    expect(first.headers.get("X-RateLimit-Remaining")).toBe(String(limit - 1));
    for (let i = 1; i < limit; i++) await api.call("track/lead", {}, { bearer: busy });
    const above = await api.call("track/lead", {}, { bearer: busy });
    expect(above.status).toBe(429);
    expect(above.body.error.code).toBe("rate_limit_exceeded");
    expect(Number(above.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(above.headers.get("X-RateLimit-Remaining")).toBe("0");
  });

  it("knows its addresses before keys, and their methods", async () => {
    const told = async (path: string, how: Call) => {
      const { status, body, headers } = await api.call(path, {}, { bearer: null, ...how });
      return [status, body?.error.reason ?? null, headers.get("Allow")];
    };
    expect(await told("track/lead", { method: "GET" })).toEqual([405, "method_not_allowed", "POST, OPTIONS"]);
    expect(await told("track/lead", { method: "HEAD" })).toEqual([405, "method_not_allowed", "POST, OPTIONS"]);
    expect(await told("track/lead", { method: "OPTIONS" })).toEqual([204, null, "POST, OPTIONS"]);
    for (const path of ["", "track", "track/lead/", "track//lead", "track/lead/1", "TRACK/LEAD"]) {
      expect(await told(path, {})).toEqual([404, "no_such_address", null]);
    }
  });

  it("asks for the key before it reads a body, and for the scope before it looks at one", async () => {
    const { status, headers } = await api.call("track/lead", null, { bearer: null, raw: "{" });
    expect([status, headers.get("WWW-Authenticate"), headers.get("X-RateLimit-Limit")]).toEqual([401, "Bearer", null]);
    const readOnly = await api.aKey(["read"]);
    expect((await api.call("track/lead", null, { bearer: readOnly, raw: "{" })).status).toBe(403);
  });
});

describe("track/lead (P2, P7, P9)", () => {
  it("binds the friend, in Dub's shape with our reasons, and keeps no address", async () => {
    const anna = await api.champion();
    const id = api.externalId();
    const { status, body } = await api.call("track/lead", {
      clickId: await api.token(anna), eventName: "Sign up", customerExternalId: id, customerName: "Joost", customerAvatar: "https://x.test/j.png",
      customerEmail: "joost.secret@example.test", mode: "wait",
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      click: { id: expect.stringMatching(/^clk_/) },
      link: {
        id: anna.link.id, domain: "localhost:3000", key: anna.code, shortLink: `http://localhost:3000/r/${anna.code}`,
        url: expect.any(String), partnerId: anna.champion.id, programId: api.program.id, tenantId: null, externalId: null,
      },
      customer: { name: null, email: null, avatar: null, externalId: id },
      attributed: true, reasons: [], duplicate: false,
    });
    const { rows } = await api.db.pool.query("select * from customer where external_id = $1", [id]);
    expect(rows[0]).toMatchObject({ email_domain: "example.test", email_hash: expect.stringMatching(/^[\w-]{43}$/) });
    expect(JSON.stringify(rows)).not.toContain("joost");
  });

  it("the same again: the first answer; other input under the same key: a conflict that names it", async () => {
    const anna = await api.champion();
    const told = { clickId: await api.token(anna), eventName: "Sign up", customerExternalId: api.externalId(), customerEmail: "a@example.test" };
    const first = await api.call("track/lead", told);
    const again = await api.call("track/lead", told);
    expect(again.body).toEqual({ ...first.body, duplicate: true });
    const other = await api.call("track/lead", { ...told, customerEmail: "b@example.test" });
    expect(other.status).toBe(409);
    expect(other.body.error).toMatchObject({ code: "conflict", reason: "idempotency_conflict", fields: [{ field: "customerEmail", problem: "differs" }] });
  });

  it("the same again without the click, which is gone by then: the first answer, and one sign-up", async () => {
    const anna = await api.champion();
    const told = { clickId: await api.token(anna), eventName: "Sign up", customerExternalId: api.externalId() };
    const first = await api.call("track/lead", told);
    expect((await api.call("track/lead", { ...told, clickId: "" })).body).toEqual({ ...first.body, duplicate: true });
    const { rows } = await api.db.pool.query("select 1 from lead where external_id = $1", [told.customerExternalId]);
    expect(rows).toHaveLength(1);
    const other = await api.call("track/lead", { ...told, clickId: "", customerEmail: "other@example.test" });
    expect(other.body.error.fields).toEqual([{ field: "customerEmail", problem: "differs" }]);
  });

  it("the same with what stands inside its metadata in another order", async () => {
    const told = { clickId: "", eventName: "Sign up", customerExternalId: api.externalId() };
    await api.call("track/lead", { ...told, metadata: { plan: { name: "pro", seats: [2, 1] }, from: "app" } });
    const again = await api.call("track/lead", { ...told, metadata: { from: "app", plan: { seats: [2, 1], name: "pro" } } });
    expect([again.status, again.body.duplicate]).toEqual([200, true]);
    const other = await api.call("track/lead", { ...told, metadata: { from: "app", plan: { seats: [1, 2], name: "pro" } } });
    expect(other.body.error.fields).toEqual([{ field: "metadata", problem: "differs" }]);
  });

  it("twenty times at once: one sign-up", async () => {
    const anna = await api.champion();
    const told = { clickId: await api.token(anna), eventName: "Sign up", customerExternalId: api.externalId() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.call("track/lead", told)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(answers.filter(({ body }) => !body.duplicate)).toHaveLength(1);
    expect(answers.every(({ body }) => body.attributed)).toBe(true);
  });

  it("a click kept first (deferred), the sign-up found by the shop's number later", async () => {
    const anna = await api.champion();
    const id = api.externalId();
    const deferred = await api.call("track/lead", { clickId: await api.token(anna), eventName: "Sign up", customerExternalId: id, mode: "deferred" });
    expect(deferred.body).toMatchObject({ attributed: false, reasons: ["first_payment_due"] });
    const signUp = await api.call("track/lead", { clickId: "", eventName: "Sign up", customerExternalId: id });
    expect(signUp.body).toMatchObject({ attributed: true, link: { partnerId: anna.champion.id } });
  });

  it.each([["", "not_referred"], ["a".repeat(150), "token_invalid"], ["💡", "token_invalid"]])("clickId %j: nobody, because %s", async (clickId, reason) => {
    const { body } = await api.call("track/lead", { clickId, eventName: "Sign up", customerExternalId: api.externalId() });
    expect(body).toMatchObject({ attributed: false, reasons: [reason], link: null });
  });
});

describe("track/sale (P2, P3, P7)", () => {
  it("after a lead: attributed, keyed by the invoice, the same again is the same", async () => {
    const anna = await api.champion();
    const id = api.externalId();
    await api.call("track/lead", { clickId: await api.token(anna), eventName: "Sign up", customerExternalId: id });
    const told = { customerExternalId: id, amount: 8_000, invoiceId: `INV-${id}`, metadata: { basket: 3 } };
    const first = await api.call("track/sale", told);
    expect(first.body).toEqual({
      eventName: "Purchase",
      customer: { id, name: null, email: null, avatar: null, externalId: id },
      sale: { amount: 8_000, currency: "eur", paymentProcessor: "custom", invoiceId: `INV-${id}`, metadata: { basket: 3 } },
      attributed: true, reasons: ["routine_check"], duplicate: false,
    });
    const again = await Promise.all(Array.from({ length: 10 }, () => api.call("track/sale", told)));
    expect(again.map(({ body }) => [body.attributed, body.duplicate])).toEqual(Array(10).fill([true, true]));
    const { rows } = await api.db.pool.query("select count(*)::int from reward where champion_id = $1", [anna.champion.id]);
    expect(rows).toEqual([{ count: 1 }]);
    const other = await api.call("track/sale", { ...told, amount: 9_000, currency: "usd" });
    expect(other.body.error.fields.map(({ field }: { field: string }) => field)).toEqual(["amount", "currency"]);
  });

  it("without a lead, by its own token", async () => {
    const anna = await api.champion();
    const { body } = await api.call("track/sale", { customerExternalId: api.externalId(), amount: 5_000, clickId: await api.token(anna) });
    expect(body).toMatchObject({ attributed: true, reasons: ["routine_check"] });
  });

  it("that is nobody's, and one of nothing: 200 with nulls and the reason", async () => {
    const nobody = await api.call("track/sale", { customerExternalId: api.externalId(), amount: 5_000 });
    expect([nobody.status, nobody.body]).toEqual([
      200, { eventName: "Purchase", customer: null, sale: null, attributed: false, reasons: ["not_referred"], duplicate: false },
    ]);
    const nothing = await api.call("track/sale", { customerExternalId: api.externalId(), amount: 0 });
    expect(nothing.body).toMatchObject({ sale: null, attributed: false, reasons: ["first_payment_due"] });
  });

  it("by somebody the shop says paid long ago: not new", async () => {
    const anna = await api.champion();
    const id = api.externalId();
    await api.call("customers", { customerExternalId: id, paidSince: "2024-05-01T10:00:00Z" });
    const { body } = await api.call("track/sale", { customerExternalId: id, amount: 5_000, clickId: await api.token(anna) });
    expect(body).toMatchObject({ attributed: false, reasons: ["friend_not_new"] });
  });

  it("in one organisation only the first is thanked for (A18)", async () => {
    const [anna, bea] = [await api.champion(), await api.champion()];
    const [first, colleague] = [api.externalId(), api.externalId()];
    const organisationId = `org-${first}`;
    await api.call("track/lead", { clickId: await api.token(anna), eventName: "Sign up", customerExternalId: first, organisationId });
    await api.call("track/lead", { clickId: await api.token(bea), eventName: "Sign up", customerExternalId: colleague, organisationId });
    await api.call("track/sale", { customerExternalId: colleague, amount: 5_000 });
    await api.call("track/sale", { customerExternalId: first, amount: 5_000 });
    const { rows } = await api.db.pool.query("select champion_id from reward where champion_id = any($1)", [[anna.champion.id, bea.champion.id]]);
    expect(rows).toEqual([{ champion_id: anna.champion.id }]);
  });
});
