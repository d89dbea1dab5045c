import { beforeAll, describe, expect, it } from "vitest";
import { createPublishableKey } from "~/identity/create-publishable-key.server";
import { LIMITS } from "~/identity/limits";
import { revokePublishableKey } from "~/identity/revoke-publishable-key.server";
import { processClock } from "~/platform/deps.server";
import { apiCalls, type ApiCalls } from "~/testing/api-calls";
import { PageCalls, SHOP, type PageCall, type PageCallName } from "~/testing/page-calls";

let api: ApiCalls;
let page: PageCalls;
beforeAll(async () => {
  api = await apiCalls();
  page = new PageCalls(api.db, (await aPageKey()).key);
});

const aPageKey = () => createPublishableKey({ name: "web shop", origins: [SHOP], by: "operator" }, { db: api.db, clock: processClock() });
const call: PageCalls["call"] = (...asked) => page.call(...asked);
const rows = () => page.rows();

describe("the door for pages (P16)", () => {
  it("lets a browser ask first, from listed origins alone, and keep the answer", async () => {
    const asked = await call("claim", {}, { method: "OPTIONS", key: null });
    expect(asked.status).toBe(204);
    expect(Object.fromEntries(asked.headers)).toMatchObject({
      "access-control-allow-origin": SHOP, "access-control-allow-methods": "POST", "access-control-max-age": "86400", vary: "Origin",
    });
    expect(asked.headers.has("access-control-allow-credentials")).toBe(false);
    for (const origin of ["https://evil.example", "null", undefined]) {
      const refused = await call("claim", {}, { method: "OPTIONS", key: null, origin });
      expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    }
  });

  it("opens to a key on its own origins, sets no cookie, and says so to the letter", async () => {
    const anna = await api.champion();
    const { status, headers } = await call("offer", { code: anna.code });
    expect(status).toBe(200);
    expect(headers.get("access-control-allow-origin")).toBe(SHOP);
    expect(headers.get("vary")).toBe("Origin");
    expect(headers.has("set-cookie")).toBe(false);
    expect(headers.has("access-control-allow-credentials")).toBe(false);
  });

  it("is shut to everything else, and nothing is written", async () => {
    const anna = await api.champion();
    const revoked = await aPageKey();
    await revokePublishableKey({ id: revoked.id, by: "operator" }, { db: api.db, clock: processClock() });
    const before = await rows();
    const tries: [PageCall, number, string][] = [
      [{ key: null }, 401, "key_missing_or_unknown"],
      [{ key: `vouch_pub_${"0".repeat(26)}` }, 401, "key_missing_or_unknown"],
      [{ key: `${page.pageKey}x` }, 401, "key_missing_or_unknown"],
      [{ key: revoked.key }, 401, "key_missing_or_unknown"],
      [{ key: api.key }, 403, "secret_key"],
      [{ origin: undefined }, 403, "origin_missing"],
      [{ origin: "https://evil.example" }, 403, "origin_not_listed"],
      [{ origin: "https://shop.example.evil.example" }, 403, "origin_not_listed"],
      [{ origin: "http://shop.example" }, 403, "origin_not_listed"],
      [{ origin: "null" }, 403, "origin_not_listed"],
      [{ method: "PUT" }, 405, "method_not_allowed"],
    ];
    for (const [how, status, reason] of tries) {
      const refused = await call("claim", { code: anna.code }, how);
      expect([refused.status, refused.body.error.reason]).toEqual([status, reason]);
    }
    expect(await rows()).toEqual(before);
  });

  it("is limited per key and network", async () => {
    const { key } = await aPageKey();
    const from = (address: string) => call("offer", { code: "NOBODY" }, { key, address });
    for (let i = 0; i < LIMITS["browser-call"].points; i++) expect((await from("198.51.100.7")).status).toBe(404);
    const above = await from("198.51.100.7");
    expect([above.status, above.body.error.code]).toEqual([429, "rate_limit_exceeded"]);
    expect(Number(above.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(above.headers.get("access-control-allow-origin")).toBe(SHOP);
    expect((await from("198.51.100.8")).status).toBe(404);
  });
});

describe("bad input from a page", () => {
  const long = "x".repeat(300);
  it.each<[PageCallName, Record<string, unknown>, PageCall, number]>([
    ["offer", {}, {}, 422],
    ["offer", { code: "" }, {}, 422],
    ["offer", { code: long }, {}, 422],
    ["offer", { token: long }, {}, 422],
    ["offer", { token: "a b" }, {}, 422],
    ["offer", { code: "ANNA", who: "me" }, {}, 422],
    ["offer", { code: "ANNA", language: "../../etc" }, {}, 422],
    ["offer", { code: "ZZ-NOBODY-ZZ" }, {}, 404],
    ["offer", { code: "<script>" }, {}, 404],
    ["offer", { token: "a".repeat(120) }, {}, 404],
    ["claim", {}, {}, 422],
    ["claim", { code: null, token: null }, {}, 422],
    ["claim", { code: 7 }, {}, 422],
    ["claim", { code: ["ANNA"] }, {}, 422],
    ["claim", { code: "ZZ-NOBODY-ZZ" }, {}, 404],
    ["claim", { code: "ANNA", customerExternalId: "42" }, {}, 422],
    ["claim", {}, { raw: "{" }, 400],
    ["claim", {}, { raw: new Uint8Array([0xff, 0xfe, 0x7b]) }, 400],
    ["claim", { code: "ANNA" }, { type: "text/plain" }, 415],
    ["lead", {}, {}, 422],
    ["lead", { tokens: [] }, {}, 422],
    ["lead", { tokens: "a" }, {}, 422],
    ["lead", { tokens: [null] }, {}, 422],
    ["lead", { tokens: ["a".repeat(120)] }, {}, 422],
    ["lead", { tokens: Array.from({ length: 11 }, (_, i) => `${i}`.padEnd(100, "a")) }, {}, 422],
    ["lead", { tokens: ["a".repeat(120)], email: "friend@example.test" }, {}, 422],
  ])("%s %j is refused and changes nothing", async (name, told, how, status) => {
    const before = await rows();
    const answer = await call(name, told, { ...how, address: "203.0.113.5" });
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      error: { code: expect.any(String), reason: expect.any(String), message: expect.any(String), fields: expect.any(Array) },
      requestId: "evt_test",
    });
    expect(await rows()).toEqual(before);
  });
});

describe("offer", () => {
  it("names the champion and what both get, in the language asked for", async () => {
    const anna = await api.champion();
    const { body, headers } = await call("offer", { code: anna.code.toLowerCase(), language: "nl-BE" });
    expect(body).toEqual({
      championName: anna.champion.displayName,
      code: anna.code,
      headline: expect.any(String),
      offer: expect.stringContaining("€"),
      disclosure: expect.stringContaining("krijgt ook iets"),
      language: "nl",
    });
    expect(headers.get("Cache-Control")).toBe("private, max-age=60");
    const byToken = await call("offer", { token: await api.token(anna), language: "de" });
    expect(byToken.body).toMatchObject({ code: anna.code, language: "en", disclosure: expect.stringContaining("gets something too") });
  });

  it("is none while the program rests", async () => {
    const anna = await api.champion();
    await api.db.pool.query("update champion set status = 'paused' where id = $1", [anna.champion.id]);
    expect((await call("offer", { code: anna.code })).body.error.reason).toBe("no_offer");
    expect((await call("claim", { code: anna.code })).status).toBe(404);
  });
});

describe("claim", () => {
  it("keeps the claim once per click, and answers what goes on to the checkout", async () => {
    const anna = await api.champion();
    const token = await api.token(anna);
    const claims = await Promise.all(Array.from({ length: 3 }, () => call("claim", { token })));
    expect(claims.map(({ body }) => body)).toEqual(Array(3).fill({ token, code: anna.code }));
    const { rows: kept } = await api.db.pool.query("select * from claim where link_id = $1", [anna.link.id]);
    expect(kept).toHaveLength(1);
  });

  it("makes a token for a code that was typed, and the sale with it is the champion's", async () => {
    const anna = await api.champion();
    const { body } = await call("claim", { code: anna.code });
    expect(body).toEqual({ token: expect.stringMatching(/^[\w-]{80,200}$/), code: anna.code });
    const sale = await api.call("track/sale", { customerExternalId: api.externalId(), amount: 8_000, clickId: body.token });
    expect(sale.body).toMatchObject({ attributed: true });
  });
});

describe("lead", () => {
  it("keeps all tokens under one name, which the shop's server tells with the sign-up; the first valid one wins", async () => {
    const [anna, bram] = [await api.champion(), await api.champion()];
    const tokens = [await api.token(anna), "b".repeat(120), await api.token(bram)];
    const { status, body } = await call("lead", { tokens });
    expect([status, body]).toEqual([200, { reference: expect.stringMatching(/^tkl_[\w-]{43}$/), keptUntil: expect.any(String) }]);
    expect((await call("lead", { tokens })).body.reference).toBe(body.reference);
    const told = { clickId: body.reference, eventName: "Sign up", customerExternalId: api.externalId() };
    const lead = await api.call("track/lead", told);
    expect(lead.body).toMatchObject({ attributed: true, link: { id: anna.link.id } });
    expect((await api.call("track/lead", told)).body).toMatchObject({ duplicate: true });
  });

  it("stands for the tokens in a sale too", async () => {
    const anna = await api.champion();
    const { body } = await call("lead", { tokens: [await api.token(anna)] });
    const told = { clickId: body.reference, customerExternalId: api.externalId(), amount: 8_000, invoiceId: `INV-${body.reference.slice(-8)}` };
    expect((await api.call("track/sale", told)).body).toMatchObject({ attributed: true, duplicate: false });
    expect((await api.call("track/sale", told)).body).toMatchObject({ attributed: true, duplicate: true });
  });

  it("with a name nobody knows is nobody's", async () => {
    const told = { clickId: `tkl_${"a".repeat(43)}`, eventName: "Sign up", customerExternalId: api.externalId() };
    expect((await api.call("track/lead", told)).body).toMatchObject({ attributed: false, reasons: ["token_invalid"] });
  });
});

describe("whether somebody is a customer", () => {
  it("shows in no answer: the same for a token of somebody who bought and of somebody who did not (S10)", async () => {
    const anna = await api.champion();
    const [bought, fresh] = [await api.token(anna), await api.token(anna)];
    await api.call("track/sale", { customerExternalId: api.externalId(), amount: 8_000, clickId: bought });
    const answers = async (token: string) => {
      const shown = await call("offer", { token, language: "en" });
      const claimed = await call("claim", { token });
      const named = await call("lead", { tokens: [token] });
      return [shown.status, shown.body, claimed.status, claimed.body.code, named.status, Object.keys(named.body)];
    };
    expect(await answers(bought)).toEqual(await answers(fresh));
  });
});
