import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright/test";
import type { Vouch } from "../../app/browser-script/vouch";
import { expect, test as base } from "../fixtures";
import { aClick, aCode, aPageKey, apiVisitor } from "../sessions";

interface Fixtures {
  /** A shop's page on an origin of its own, under a Content-Security-Policy that allows our origin and nothing else. */
  foreign: { origin: string; key: string; page(script: string): string };
}

const test = base.extend<Fixtures>({
  foreign: async ({ product }, use) => {
    const server = createServer((request, response) => {
      const script = new URL(request.url ?? "/", "http://localhost").searchParams.get("script") ?? "";
      // Twice, as a shop's theme and its tag manager may; and beside a banner whose name the page itself would answer to.
      const tag = `<script src="${product.url}/vouch.js" ${script}></script>`;
      response.setHeader("Content-Security-Policy", `default-src 'none'; script-src ${product.url}; connect-src ${product.url}; require-trusted-types-for 'script'`);
      response.setHeader("Content-Type", "text/html");
      response.end(`<!doctype html><html lang="nl"><title>Shop</title><div id="vouch"></div>${tag}${tag}`);
    }).listen(0, "127.0.0.1");
    await new Promise((listening) => server.once("listening", listening));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const key = await aPageKey(product, origin);
    await use({ origin, key, page: (script) => `${origin}/?script=${encodeURIComponent(script)}` });
    await closed(server);
  },
});

const closed = (server: Server) => new Promise((done) => { server.close(done); server.closeAllConnections(); });

const inPage = <Answer>(page: Page, use: (vouch: Vouch) => Answer): Promise<Awaited<Answer>> =>
  page.evaluate(`(${use.toString()})(window.vouch)`) as Promise<Awaited<Answer>>;

const shelf = (page: Page) => page.evaluate(() => Object.keys(localStorage));

test("on a foreign origin under a strict policy it greets, claims and hands over, and keeps nothing", async ({ page, product, foreign, context }) => {
  const noise: string[] = [];
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(String(error)));
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).origin));
  const code = await aCode(product);
  const token = await aClick(product, code);

  await page.goto(`${foreign.page(`data-key="${foreign.key}"`)}&vouch=${token}&code=${code}`);
  expect(await inPage(page, (vouch) => [vouch.token(), ...vouch.tokens()])).toEqual([token, token]);
  const offer = await inPage(page, (vouch) => vouch.offer());
  expect(offer).toMatchObject({ code, language: "nl", disclosure: expect.stringContaining("krijgt ook iets") });
  expect(await inPage(page, (vouch) => vouch.offer({ language: "en" }))).toMatchObject({ language: "en", championName: offer?.championName });
  expect(await inPage(page, (vouch) => vouch.claim())).toEqual({ token, code });
  const reference = await inPage(page, (vouch) => vouch.lead());
  expect(reference).toMatch(/^tkl_/);

  const shop = await apiVisitor(product);
  const lead = await shop.json("/api/v1/track/lead", { clickId: reference, eventName: "Sign up", customerExternalId: `page-${Date.now()}` });
  expect(await lead.json()).toMatchObject({ attributed: true });

  expect(await shelf(page)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect([...hosts].sort()).toEqual([foreign.origin, product.url].sort());
  expect(noise).toEqual([]);

  await page.goto(foreign.page(`data-key="${foreign.key}"`));
  expect(await inPage(page, (vouch) => vouch.token())).toBeNull();
  expect(await inPage(page, (vouch) => vouch.offer())).toBeNull();
});

test("with consent the tokens stay in their order, and go when it is taken back", async ({ page, product, foreign }) => {
  const tokens = [await aClick(product, await aCode(product)), await aClick(product, await aCode(product))];
  const open = (script: string, token?: string) => page.goto(foreign.page(script) + (token ? `&vouch=${token}` : ""));
  const granted = `data-key="${foreign.key}" data-consent="granted"`;
  await open(granted, tokens[0]);
  await open(granted, tokens[1]);
  await open(granted, tokens[0]);
  expect(await inPage(page, (vouch) => vouch.tokens())).toEqual(tokens);
  await open(`data-key="${foreign.key}"`);
  expect(await inPage(page, (vouch) => vouch.token())).toBeNull();
  await page.evaluate(() => (window as unknown as { vouch: Vouch }).vouch.consent(true));
  expect(await inPage(page, (vouch) => vouch.tokens())).toEqual(tokens);
  await page.evaluate(() => (window as unknown as { vouch: Vouch }).vouch.consent(false));
  expect(await shelf(page)).toEqual([]);
});

test("what is stored is distrusted, and what is old is left out", async ({ page, foreign }) => {
  const granted = foreign.page(`data-key="${foreign.key}" data-consent="granted"`);
  await page.goto(granted);
  const old = Date.now() - 31 * 86_400_000;
  for (const kept of ["{", "null", "7", '{"a":1}', '[["<b>",1]]', "[null]", JSON.stringify([["t".repeat(100), old]])]) {
    await page.evaluate((text) => localStorage.setItem("vouch", text), kept);
    await page.goto(granted);
    expect(await inPage(page, (vouch) => vouch.tokens()), kept).toEqual([]);
  }
});

test("with storage blocked the page's own memory has to do", async ({ page, product, foreign }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("blocked", "SecurityError"); } });
  });
  const token = await aClick(product, await aCode(product));
  await page.goto(`${foreign.page(`data-key="${foreign.key}" data-consent="granted"`)}&vouch=${token}`);
  expect(await inPage(page, (vouch) => vouch.token())).toBe(token);
  expect(await inPage(page, (vouch) => vouch.consent(false))).toBeUndefined();
  expect(await inPage(page, (vouch) => vouch.claim())).toMatchObject({ token });
});

test("with the network gone, or another page's key, everything is null and nothing is thrown", async ({ page, product, foreign, context }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  const code = await aCode(product);
  const token = await aClick(product, code);
  const all = () =>
    inPage(page, async (vouch) => [await vouch.offer(), await vouch.claim(), await vouch.lead(), await vouch.claim("NOBODY-HAS-THIS")]);

  for (const attributes of ["", 'data-key="vouch_pub_nonsense"', `data-key="${await aPageKey(product, "https://elsewhere.example")}"`]) {
    await page.goto(`${foreign.page(attributes)}&vouch=${token}`);
    expect(await all()).toEqual([null, null, null, null]);
    expect(await inPage(page, (vouch) => vouch.token())).toBe(token);
  }
  await page.goto(`${foreign.page(`data-key="${foreign.key}"`)}&vouch=${token}`);
  await context.setOffline(true);
  expect(await all()).toEqual([null, null, null, null]);
  await context.setOffline(false);
  expect(await inPage(page, (vouch) => vouch.claim())).toEqual({ token, code });
  expect(errors).toEqual([]);
});
