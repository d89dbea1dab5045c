import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startStripeSandbox } from "../stripe/server";
import { newOrderNumber, readOrders, writeOrders, type Order } from "./orders";
import { startShop } from "./server";
import { readWay } from "./wiring";

describe("what the cookies of the other ways hold", () => {
  it("is an order with a number of its own, an amount and what became of it", () => {
    const orders: Order[] = [1, 2].map((amount) => ({ number: newOrderNumber(new Date()), amount, state: "counted" }));
    expect(readOrders(writeOrders(orders))).toEqual(orders);
    expect(new Set(Array.from({ length: 100 }, () => newOrderNumber(new Date()))).size).toBe(100);
    expect(readOrders(writeOrders(Array.from({ length: 30 }, () => orders[0] as Order)))).toHaveLength(10);
  });

  it("is nothing when it is odd", () => {
    expect(readOrders("N-1*2*kept.x.N-20261127-000000001*-5*kept.N-20261127-000000001*5*paid")).toEqual([]);
    expect([readWay(undefined), readWay("server"), readWay("../x")]).toEqual(["stripe", "server", "stripe"]);
  });
});

describe("the choice of a way", () => {
  const folder = mkdtempSync(join(tmpdir(), "vouch-shop-"));
  const keysFile = join(folder, "shop", "keys.json");
  let stripe: Awaited<ReturnType<typeof startStripeSandbox>>;
  let shop: Awaited<ReturnType<typeof startShop>>;
  beforeAll(async () => {
    stripe = await startStripeSandbox({ port: 0, dataDir: folder, vouchUrl: "http://localhost:1", token: "" });
    shop = await startShop({ port: 0, vouchUrl: "http://localhost:1", stripe: { key: "sk_test_shop", base: stripe.url }, keysFile });
  });
  afterAll(async () => {
    await shop.close();
    await stripe.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const visit = (path: string, cookie = "", init: RequestInit = {}) =>
    fetch(shop.url + path, { redirect: "manual", ...init, headers: { cookie, ...init.headers } });
  const post = (path: string, fields: Record<string, string>, cookie = "") =>
    visit(path, cookie, { method: "POST", body: new URLSearchParams(fields) });
  const control = (body: string, type = "application/json") =>
    visit("/_control/keys", "", { method: "POST", headers: { "Content-Type": type }, body });

  it("waits for the keys it needs, and keeps them in a file", async () => {
    expect(await (await visit("/wiring")).text()).toContain("still lacks a key");
    expect((await control("secretKey=x", "application/x-www-form-urlencoded")).status).toBe(415);
    expect((await control('{"secretKey":7}')).status).toBe(400);
    const keys = { secretKey: "vouch_test_x", publishableKey: "vouch_pub_x" };
    expect((await control(JSON.stringify(keys))).status).toBe(204);
    expect(JSON.parse(readFileSync(keysFile, "utf8"))).toEqual(keys);
    expect(await (await visit("/wiring")).text()).not.toContain("still lacks a key");
  });

  it("changes only what that visitor sees", async () => {
    const chosen = await post("/wiring", { way: "browser" });
    const cookie = chosen.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(cookie).toBe("way=browser");
    const page = await visit("/?vouch=abc&code=ANNA", cookie);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self' http://localhost:1;");
    const html = await page.text();
    expect(html).toContain('src="http://localhost:1/vouch.js" data-key="vouch_pub_x"');
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(await (await visit("/")).text()).not.toContain("<script");
  });

  it("never stands in a buyer's way while Vouch is away", async () => {
    for (const way of ["server", "browser"]) {
      const signedIn = await post("/account", { email: "kim@example.test", reference: "tkl_x" }, `way=${way}`);
      expect([signedIn.status, signedIn.headers.get("location")]).toEqual([303, "/basket"]);
    }
    const ordered = await post("/invoice", {}, "way=server; account=kim@example.test; basket=hand-mill*1");
    expect(ordered.headers.get("location")).toBe("/orders");
    const orders = /orders=([^;]+)/.exec(ordered.headers.getSetCookie().join())?.[1] ?? "";
    expect(readOrders(orders)).toEqual([{ number: expect.stringMatching(/^N-/), amount: 8_000, state: "kept" }]);
    const number = readOrders(orders)[0]?.number ?? "";
    const back = await post("/orders/return", { number }, `orders=${orders}`);
    expect(back.headers.get("set-cookie")).toContain(`${number}*8000*back`);
    expect((await post("/orders/return", { number: "N-20261127-000000001" }, `orders=${orders}`)).headers.get("set-cookie")).toBeNull();
  });

  it("keeps a claim of the page's script like an arrival", async () => {
    const kept = await post("/recommendation", { vouch: "t".repeat(120), code: "anna-1" }, "way=browser");
    expect([kept.status, kept.headers.get("set-cookie")]).toEqual([204, expect.stringContaining(`recommendation=ANNA-1.${"t".repeat(120)}`)]);
  });

  it("says on its later pages that the visitor agreed, until they take it back", async () => {
    const agreed = await post("/consent", { given: "yes" }, "way=browser");
    const cookie = agreed.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(await (await visit("/", `way=browser; ${cookie}`)).text()).toContain('data-consent="granted"');
    expect((await post("/consent", { given: "no" }, cookie)).headers.get("set-cookie")).toMatch(/^consent=;/);
    expect(await (await visit("/", "way=browser")).text()).not.toContain("data-consent");
  });

  it("asks whoever orders on account to sign in first", async () => {
    expect((await post("/invoice", {}, "way=server; basket=hand-mill*1")).headers.get("location")).toBe("/account");
    expect((await post("/invoice", {}, "way=server; account=kim@example.test")).headers.get("location")).toBe("/basket");
  });
});
