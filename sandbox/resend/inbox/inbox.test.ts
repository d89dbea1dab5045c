import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { MAIL, testSandbox, type TestSandbox } from "../test-sandbox";
import { linksOf, withTrackedLinks } from "./links";
import { signInCode } from "./sign-in-code";

const send = async (sandbox: TestSandbox, change: object) => {
  const response = await sandbox.call("POST", "/emails", { ...MAIL, ...change });
  return ((await response.json()) as { id: string }).id;
};
const page = async (sandbox: TestSandbox, path: string) => (await sandbox.call("GET", path)).text();
const post = (sandbox: TestSandbox, path: string, form: Record<string, string>, headers = {}) =>
  sandbox.call("POST", path, new URLSearchParams(form).toString(), {
    "content-type": "application/x-www-form-urlencoded",
    origin: sandbox.url,
    ...headers,
  });
const eventTypes = async (sandbox: TestSandbox) => {
  const { effects } = await sandbox.control<{ effects: { type: string }[] }>("GET", "/journal?kind=event");
  return effects.map((effect) => effect.type).filter((type) => !/sent|delivered/.test(type));
};

describe("the list", () => {
  test("shows mails newest first with the sign-in code, and finds a recipient", async () => {
    const sandbox = await testSandbox();
    await send(sandbox, { subject: "First <b>mail</b>" });
    await send(sandbox, { to: "bob@shop.example", subject: "Second", text: "Your code: 0482 1177" });
    const all = await page(sandbox, "/");
    expect(all.indexOf("Second")).toBeLessThan(all.indexOf("First &lt;b&gt;mail"));
    expect(all).toMatch(/class="code"[^>]*>0482 1177</);
    const found = await page(sandbox, "/?to=BOB");
    expect(found).toContain("Second");
    expect(found).not.toContain("First");
    expect(await page(sandbox, `/?to=${encodeURIComponent('"><script>')}`)).not.toContain("<script>");
  });

  test("is empty at first and says so", async () => {
    expect(await page(await testSandbox(), "/")).toContain("No mails yet");
  });
});

describe("a mail", () => {
  test("is framed without scripts, and each showing of its HTML counts as opened", async () => {
    const sandbox = await testSandbox();
    const id = await send(sandbox, { html: `<p class="x">Hi</p><script>alert(1)</script>` });
    const response = await sandbox.call("GET", `/mails/${id}`);
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("script-src");
    const text = await response.text();
    expect(text).not.toContain("<script");
    expect(text).toContain('srcdoc="&lt;p class=&quot;x&quot;&gt;Hi');
    expect(text).not.toMatch(/sandbox="[^"]*allow-(?:scripts|forms|same-origin)/);
    await sandbox.call("GET", `/mails/${id}/html`);
    await sandbox.call("HEAD", `/mails/${id}`);
    await sandbox.call("GET", `/mails/${id}`, undefined, { "sec-purpose": "prefetch" });
    for (const tab of ["text?notice=constructor", "headers", "events"])
      expect((await sandbox.call("GET", `/mails/${id}/${tab}`)).status).toBe(200);
    expect(await eventTypes(sandbox)).toEqual(["email.opened", "email.opened"]);
  });

  test("without HTML opens as text and nobody can tell that it was read", async () => {
    const sandbox = await testSandbox();
    const id = await send(sandbox, { text: "Look: https://vouch.example/a?b=1&c=2" });
    const text = await page(sandbox, `/mails/${id}`);
    expect(text).toContain('href="https://vouch.example/a?b=1&amp;c=2"');
    expect(await eventTypes(sandbox)).toEqual([]);
  });

  test("its links go through the click counter to their true target", async () => {
    const sandbox = await testSandbox();
    const html = `<a href="mailto:x@y.nl">m</a><a href="https://vouch.example/?a=1&amp;b=2">go</a>`;
    const id = await send(sandbox, { html });
    const response = await sandbox.call("GET", `/click/${id}/0`, undefined, { "user-agent": "Reader/1" });
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("https://vouch.example/?a=1&b=2");
    expect((await sandbox.call("GET", `/click/${id}/1`)).status).toBe(404);
    expect((await sandbox.call("GET", `/click/${id}/https:%2F%2Fevil.example`)).status).toBe(404);
    expect(await eventTypes(sandbox)).toEqual(["email.clicked"]);
  });

  test.each(["bounced", "complained"])(
    "can be marked as %s, which suppresses the address",
    async (outcome) => {
      const sandbox = await testSandbox();
      const id = await send(sandbox, {});
      const response = await post(sandbox, `/mails/${id}/mark`, { outcome });
      expect(response.headers.get("location")).toBe(`/mails/${id}/events?notice=${outcome}`);
      expect(await eventTypes(sandbox)).toEqual([`email.${outcome}`, "suppression.added"]);
      expect((await sandbox.resend.suppressions.get(MAIL.to)).data?.source_id).toBe(id);
    }
  );

  test("is 404 when unknown", async () => {
    const sandbox = await testSandbox();
    for (const path of ["/mails/x", "/mails/x/text", "/click/x/0"]) {
      expect((await sandbox.call("GET", path)).status).toBe(404);
    }
  });
});

describe("one-click unsubscribe", () => {
  const oneClick = (url: string) => ({
    headers: {
      "List-Unsubscribe": `<mailto:x@y.nl>, <${url}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  });

  /** A product that notes every request and answers with `status`. */
  async function product() {
    const seen = { port: 0, status: 200, requests: [] as string[] };
    const server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      seen.requests.push(`${request.method} ${request.url} ${body} ${request.headers.cookie ?? "no cookie"}`);
      response.writeHead(seen.status).end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    seen.port = (server.address() as AddressInfo).port;
    return seen;
  }

  test("posts as RFC 8058 says and tells what became of it", async () => {
    const seen = await product();
    const sandbox = await testSandbox();
    const id = await send(sandbox, oneClick(`http://127.0.0.1:${seen.port}/u/7?k=1`));
    expect(await page(sandbox, `/mails/${id}`)).toContain("Unsubscribe with one click");
    const accepted = await post(sandbox, `/mails/${id}/unsubscribe`, {});
    expect(accepted.headers.get("location")).toContain("notice=unsubscribed");
    seen.status = 403;
    const refused = await post(sandbox, `/mails/${id}/unsubscribe`, {});
    expect(refused.headers.get("location")).toContain("notice=unsubscribe-refused");
    expect(seen.requests).toEqual(Array(2).fill("POST /u/7?k=1 List-Unsubscribe=One-Click no cookie"));
  });

  test("is not offered without List-Unsubscribe-Post, and never reaches another machine", async () => {
    const sandbox = await testSandbox();
    const plain = await send(sandbox, { headers: { "List-Unsubscribe": "<https://vouch.example/u>" } });
    expect(await page(sandbox, `/mails/${plain}`)).not.toContain("Unsubscribe with");
    const seen = await product();
    // The same machine under a name that is not on the list.
    const foreign = await send(sandbox, oneClick(`http://[::ffff:127.0.0.1]:${seen.port}/u`));
    const response = await post(sandbox, `/mails/${foreign}/unsubscribe`, {});
    expect(response.headers.get("location")).toContain("notice=unsubscribe-refused");
    expect(seen.requests).toEqual([]);
  });
});

describe("forms", () => {
  test.each<[string, Record<string, string>]>([
    ["another site", { origin: "https://evil.example" }],
    ["a frame without an origin", { origin: "null" }],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }],
    ["a sibling site", { "sec-fetch-site": "same-site" }],
  ])("are refused from %s", async (_case, headers) => {
    const sandbox = await testSandbox();
    const id = await send(sandbox, {});
    for (const path of [
      `/mails/${id}/mark`,
      `/mails/${id}/unsubscribe`,
      "/deliveries/switches",
      "/deliveries/x/resend",
    ]) {
      expect((await post(sandbox, path, { outcome: "bounced" }, headers)).status).toBe(403);
    }
    expect(await eventTypes(sandbox)).toEqual([]);
  });

  test("are refused when nothing tells where they come from", async () => {
    const sandbox = await testSandbox();
    const id = await send(sandbox, {});
    const response = await fetch(`${sandbox.url}/mails/${id}/mark`, {
      method: "POST",
      body: "outcome=bounced",
    });
    expect(response.status).toBe(403);
  });

  test("the webhook switches are kept", async () => {
    const sandbox = await testSandbox();
    const form = { paused: "on", duplicate: "1", delayMs: "5", reorderMs: "7" };
    expect((await post(sandbox, "/deliveries/switches", form)).status).toBe(303);
    const again = await sandbox.restart();
    const { switches } = await again.control("GET", "/webhooks");
    expect(switches).toMatchObject({ paused: true, duplicate: 1, delayMs: 5, reorderMs: 7 });
    expect(await page(again, "/deliveries")).toMatch(/name="paused"\s+checked/);
    expect((await post(again, "/deliveries/switches", { ...form, duplicate: "99" })).status).toBe(404);
  });
});

test.each([
  [`<a href="https://x.nl/">a</a>`, `<a target="_top" href="/click/m/0">a</a>`],
  [
    `<A class='b' target="_blank" HREF='https://x.nl/'>a</A>`,
    `<a target="_top" class='b' HREF="/click/m/0">a</A>`,
  ],
  [`<a href=https://x.nl/>a</a>`, `<a target="_top" href="/click/m/0">a</a>`],
  [`<a title="a > b" href="https://x.nl/">a</a>`, `<a target="_top" title="a > b" href="/click/m/0">a</a>`],
  [`<a href="javascript:x()">a</a>`, `<a target="_top" href="javascript:x()">a</a>`],
  [
    `<a href="/own">a</a><a href="https://x.nl">b</a>`,
    `<a target="_top" href="/own">a</a><a target="_top" href="/click/m/0">b</a>`,
  ],
  [`<abbr title="x">a</abbr>`, `<abbr title="x">a</abbr>`],
])("rewrites %s", (before, after) => {
  expect(withTrackedLinks(before, "m")).toBe(after);
  expect(linksOf(before).filter((link) => link !== "https://x.nl/")).toEqual([]);
});

test.each([
  ["Your code is 1234 5678", "", "1234 5678"],
  ["Sign in", "Je code: 12345678.", "1234 5678"],
  ["Sign in", "Your code is 1234\u00a05678", "1234 5678"],
  ["Order 12345678", "Thanks", null],
  ["Your code", "Ring 0031-1234-5678-9 or 123456789", null],
])("finds the code in %j, %j", (subject, text, code) => {
  expect(signInCode({ subject, text, html: null })).toBe(code);
});
