import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startStripeSandbox } from "../stripe/server";
import { addShared, addVisit, checkoutFields, readRecommendation, writeRecommendation } from "./recommendation";
import { startShop } from "./server";

describe("what a friend brings along", () => {
  const token = (n: number) => `token-${String(n).padStart(20, "0")}`;

  it("is kept in order, each token once, the first for ever", () => {
    let kept = readRecommendation(undefined);
    for (const n of [1, 2, 2, 3]) kept = addVisit(kept, { vouch: token(n), code: "anna-1" });
    expect(readRecommendation(writeRecommendation(kept))).toEqual({ tokens: [1, 2, 3].map(token), code: "ANNA-1" });
    for (let n = 4; n < 20; n++) kept = addVisit(kept, { vouch: token(n) });
    expect(kept.tokens).toHaveLength(10);
    expect([kept.tokens[0], kept.tokens[9]]).toEqual([token(1), token(19)]);
  });

  it("is completed by the cookie that portal and shop share", () => {
    const kept = addVisit({ tokens: [], code: "" }, { vouch: token(1), code: "ANNA-1" });
    expect(addShared(kept, [2, 1, 3].map(token).join("."))).toEqual({ tokens: [1, 2, 3].map(token), code: "ANNA-1" });
    expect([addShared(kept, undefined), addShared(kept, "<a>.b.")]).toEqual([kept, kept]);
  });

  it("is left alone when it cannot be ours", () => {
    expect(addVisit({ tokens: [], code: "" }, { vouch: "a b", code: "<script>" })).toEqual({ tokens: [], code: "" });
    expect(addVisit({ tokens: [], code: "" }, { vouch: [token(1)], code: {} })).toEqual({ tokens: [], code: "" });
    expect(readRecommendation("%%%.x")).toEqual({ tokens: [], code: "" });
  });

  it("fits Stripe's metadata: 500 characters a value", () => {
    const tokens = Array.from({ length: 10 }, (_, i) => `${i}`.repeat(200));
    const { client_reference_id, metadata } = checkoutFields({ tokens, code: "" });
    expect(client_reference_id).toBe(tokens[0]);
    expect(Object.keys(metadata)).toEqual(["vouch_tokens", "vouch_tokens_2", "vouch_tokens_3", "vouch_tokens_4", "vouch_tokens_5"]);
    expect(Object.values(metadata).every((value) => value.length <= 500)).toBe(true);
  });
});

describe("a visit to the shop", () => {
  const folder = mkdtempSync(join(tmpdir(), "vouch-shop-"));
  let stripe: Awaited<ReturnType<typeof startStripeSandbox>>;
  let shop: Awaited<ReturnType<typeof startShop>>;
  beforeAll(async () => {
    stripe = await startStripeSandbox({ port: 0, dataDir: folder, vouchUrl: "http://localhost:1", token: "" });
    shop = await startShop({ port: 0, vouchUrl: "http://localhost:1", stripe: { key: "sk_test_shop", base: stripe.url } });
  });
  afterAll(async () => {
    await shop.close();
    await stripe.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const visit = (path: string, init: RequestInit & { cookie?: string } = {}) =>
    fetch(shop.url + path, { redirect: "manual", ...init, headers: { cookie: init.cookie ?? "", ...init.headers } });
  const post = (path: string, fields: Record<string, string>, cookie: string) =>
    visit(path, { method: "POST", body: new URLSearchParams(fields), cookie });

  it("leads from the basket to Stripe's payment page with the token", async () => {
    const token = "t".repeat(120);
    const arrival = await visit(`/?vouch=${token}`);
    expect(arrival.status).toBe(303);
    const kept = arrival.headers.get("set-cookie")?.split(";")[0] ?? "";
    const added = await post("/basket/add", { sku: "hand-mill" }, kept);
    const basket = added.headers.get("set-cookie")?.split(";")[0] ?? "";
    const paying = await post("/checkout", { code: "" }, `${kept}; ${basket}`);
    expect(paying.status).toBe(303);
    const paymentPage = await fetch(paying.headers.get("location") ?? "");
    expect(await paymentPage.text()).toContain("Hand mill");
  });

  it("says so when a code is unknown, and keeps the basket", async () => {
    const answer = await post("/checkout", { code: "NOBODY" }, "basket=hand-mill*1");
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("NOBODY");
  });

  it("takes a personal code from its owner once they signed in, and says so before", async () => {
    const api = new Stripe("sk_test_shop", { host: "127.0.0.1", port: stripe.port, protocol: "http" });
    const owner = await api.customers.create({ email: "anna@example.test" });
    const coupon = await api.coupons.create({ amount_off: 500, currency: "eur", duration: "once" });
    const promotion = { type: "coupon" as const, coupon: coupon.id };
    await api.promotionCodes.create({ promotion, code: "ANNAS", customer: owner.id, max_redemptions: 1 });
    const refused = await post("/checkout", { code: "annas" }, "basket=hand-mill*1");
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("belongs to somebody in person");
    const signedIn = await post("/account", { email: "Anna@example.test" }, "");
    const account = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    const paying = await post("/checkout", { code: "annas" }, `basket=hand-mill*1; ${account}`);
    expect(paying.status).toBe(303);
    expect(await (await fetch(paying.headers.get("location") ?? "")).text()).toContain("anna@example.test");
  });

  it("keeps what a friend brought along on the server while they sign in elsewhere, whatever becomes of the cookie", async () => {
    const token = "p".repeat(120);
    const arrival = await visit(`/?vouch=${token}&code=ANNA-1`);
    const leaving = await post("/account/pass", {}, arrival.headers.get("set-cookie")?.split(";")[0] ?? "");
    const state = leaving.headers.get("set-cookie")?.split(";")[0] ?? "";
    const away = new URL(leaving.headers.get("location") ?? "");
    expect([away.hostname, away.search]).toEqual(["127.0.0.1", `?${state}`]);
    const proven = await post("/pass", { email: "anna@example.test", state: state.slice(6) }, "");
    const back = new URL(proven.headers.get("location") ?? "").href.slice(shop.url.length);
    expect(back).not.toContain(token);
    const stranger = await visit(back, { cookie: "state=another" });
    expect(stranger.headers.get("location")).toBe("/account");
    const home = await visit(back, { cookie: state });
    expect(home.headers.get("location")).toBe("/basket");
    expect(home.headers.getSetCookie().map((line) => line.split(";")[0])).toEqual(
      expect.arrayContaining([`recommendation=ANNA-1.${token}`, "account=anna@example.test"]),
    );
    expect((await visit(back, { cookie: state })).headers.get("location")).toBe("/account");
  });

  it("says from which order on a code counts", async () => {
    const api = new Stripe("sk_test_shop", { host: "127.0.0.1", port: stripe.port, protocol: "http" });
    const coupon = await api.coupons.create({ amount_off: 500, currency: "eur", duration: "once" });
    await api.promotionCodes.create({
      promotion: { type: "coupon", coupon: coupon.id },
      code: "FROM25",
      restrictions: { minimum_amount: 2_500, minimum_amount_currency: "eur" },
    });
    const small = await post("/checkout", { code: "FROM25" }, "basket=guji-250g*1");
    expect(small.status).toBe(422);
    expect(await small.text()).toContain("€25.00 or more");
    expect((await post("/checkout", { code: "FROM25" }, "basket=hand-mill*1")).status).toBe(303);
  });

  it("gives each page a title of its own", async () => {
    const titleOf = async (path: string) => /<title>(.*?)<\/title>/.exec(await (await visit(path)).text())?.[1];
    const titles = await Promise.all(["/", "/basket", "/account", "/thanks", "/wiring", "/hooks", "/orders", "/pass", "/nowhere"].map(titleOf));
    expect(titles[0]).toBe("Noorderlicht Coffee");
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.slice(1).every((title) => title?.endsWith(" · Noorderlicht Coffee"))).toBe(true);
  });

  it.each(["/account", "/pass"])("says at %s what is wrong with an address, and keeps what was typed", async (path) => {
    const answer = await post(path, { email: "anna@", state: "s" }, "");
    const page = await answer.text();
    expect([answer.status, page]).toEqual([422, expect.stringContaining("name@example.com")]);
    expect(page).toContain('value="anna@"');
  });

  it("signs out", async () => {
    const answer = await post("/account", {}, "account=anna@example.test");
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([303, expect.stringContaining("account=;")]);
  });

  it.each([["http://[", 400], ["/%", 404], ["/account/return?state[a]=1", 303]])("answers GET %s in its own words", async (target, status) => {
    const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
      const asked = request({ port: new URL(shop.url).port, path: target }, (res) => {
        let body = "";
        res.setEncoding("utf8").on("data", (part) => (body += part)).on("end", () => resolve({ status: res.statusCode ?? 0, body }));
      });
      asked.on("error", reject).end();
    });
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain("Error");
    if (status >= 400) expect(answer.body).toContain("Noorderlicht Coffee");
  });

  it("shrugs at rubbish", async () => {
    expect((await post("/basket/add", { sku: "../../etc" }, "basket=%00*9.x*-1")).status).toBe(303);
    expect((await visit("/nowhere")).status).toBe(404);
    expect((await post("/checkout", {}, "")).headers.get("location")).toBe("/basket");
  });
});
