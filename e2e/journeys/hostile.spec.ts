import { request as httpRequest } from "node:http";
import { expect, test } from "../fixtures";
import type { Product } from "../product";
import { apiVisitor, demoVisitor, Visitor } from "../sessions";

/** A request exactly as written, which `fetch` would tidy up. */
function raw(product: Product, { method = "GET", path, headers = {}, body }: { method?: string; path: string; headers?: Record<string, string>; body?: Buffer }) {
  const { hostname, port } = new URL(product.url);
  return new Promise<{ status: number; location: string | null; text: string }>((resolve, reject) => {
    const sent = httpRequest({ hostname, port, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? null, text: Buffer.concat(chunks).toString() }),
      );
    });
    // An answer before the whole body was taken ends the connection; only a missing answer is a failure.
    sent.on("error", reject);
    sent.end(body);
  });
}

test("a webhook without Stripe's signature, or with another one, is refused", async ({ product }) => {
  const event = Buffer.from(JSON.stringify({ id: "evt_forged", object: "event", type: "charge.succeeded", data: { object: { id: "ch_forged" } } }));
  const now = Math.floor(Date.now() / 1000);
  const signatures = [undefined, "", "nonsense", `t=${now},v1=${"0".repeat(64)}`, `t=${now - 3600},v1=${"a".repeat(64)}`];
  for (const signature of signatures) {
    const headers = { "Content-Type": "application/json", ...(signature !== undefined && { "Stripe-Signature": signature }) };
    const answer = await raw(product, { method: "POST", path: "/webhooks/stripe", headers, body: event });
    expect(answer.status, String(signature)).toBe(400);
  }
  const mail = await raw(product, { method: "POST", path: "/webhooks/resend", headers: { "Content-Type": "application/json" }, body: event });
  expect(mail.status).toBe(400);
  expect((await raw(product, { path: "/webhooks/stripe" })).status).toBe(405);
});

test("a write from another site is refused, with and without a session", async ({ product }) => {
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  const body = Buffer.from("language=en");
  const from = (headers: Record<string, string>) =>
    raw(product, { method: "POST", path: "/language", headers: { ...form, ...headers, "Content-Length": String(body.length) }, body });
  expect((await from({ "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  expect((await from({ "Sec-Fetch-Site": "same-site" })).status).toBe(403);
  expect((await from({ Origin: "https://evil.example" })).status).toBe(403);
  expect((await from({ Origin: "null" })).status).toBe(403);
  expect((await from({})).status).toBe(403);
  expect((await from({ Origin: product.url })).status).toBe(303);
});

test("any bytes behind /r/ get a kind page, and never another site", async ({ product }) => {
  const bytes = [
    "%FF%FE", "%C3%28", "%00", "..%2f..%2fetc%2fpasswd", "%F0%9F%98%80", "%E2%80%AE", "<script>", "%3Cscript%3Ealert(1)%3C/script%3E",
    "a".repeat(4_000), "'%20OR%201=1--", "%0d%0aSet-Cookie:%20a=b", "/evil.example", "%2f%2fevil.example", "\\\\evil.example", "?via=%00",
  ];
  for (const part of bytes) {
    const { status, location, text } = await raw(product, { path: `/r/${part}` });
    expect.soft([400, 404], part.slice(0, 40)).toContain(status);
    expect.soft(location, part.slice(0, 40)).toBeNull();
    expect.soft(text, part.slice(0, 40)).not.toContain("<script>alert");
  }
});

test("nobody is led to another site by an address in a form or a link", async ({ product }) => {
  const champion = await demoVisitor(product, "champion");
  const targets = ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)", "/..//evil.example", "\\\\evil.example"];
  for (const target of targets) {
    const language = await champion.post("/language", { language: "nl", back: target });
    const theme = await champion.post("/theme", { theme: "dark", back: target });
    const signedIn = await champion.get(`/sign-in?to=${encodeURIComponent(target)}`);
    for (const answer of [language, theme, signedIn]) {
      const location = answer.headers.get("location") ?? "none";
      expect.soft(new URL(location, product.url).origin, `${target} at ${answer.url}`).toBe(product.url);
    }
  }
});

test("a body that is too large, packed or not a form is refused", async ({ product }) => {
  const owner = await demoVisitor(product, "owner");
  expect((await owner.post("/desk/settings/staff", { name: "x".repeat(70_000) })).status).toBe(413);
  const headers = { "Content-Type": "application/json", "Stripe-Signature": "t=1,v1=0" };
  const big = await raw(product, { method: "POST", path: "/webhooks/stripe", headers, body: Buffer.alloc(1_100_000, "a") });
  expect(big.status).toBe(413);
  const packed = await raw(product, { method: "POST", path: "/webhooks/stripe", headers: { ...headers, "Content-Encoding": "gzip" }, body: Buffer.from("zip") });
  expect(packed.status).toBe(415);
  const noForm = await raw(product, {
    method: "POST",
    path: "/sign-in",
    headers: { "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" },
    body: Buffer.from("{}"),
  });
  expect(noForm.status).toBe(400);
});

test("unknown and repeated fields change nothing", async ({ product }) => {
  const visitor = new Visitor(product);
  expect((await visitor.post("/sign-in", { email: "a@people.example", role: "owner" })).status).toBe(422);
  expect((await visitor.post("/sign-in", { email: "a@people.example", __proto__x: "1" })).status).toBe(422);
  expect((await visitor.post("/sign-in", [["email", "a@people.example"], ["email", "b@people.example"]])).status).toBe(422);
  const approver = await demoVisitor(product, "approver");
  expect((await approver.post("/desk/queue", { intent: "approve", item: "rwd_forged:1", paid: "yes" })).status).toBe(422);
  expect((await approver.post("/desk/queue", { intent: "pay", item: "rwd_forged:1" })).status).toBe(422);
});

test("made-up ids do not exist", async ({ product }) => {
  const champion = await demoVisitor(product, "champion");
  const owner = await demoVisitor(product, "owner");
  const madeUp = ["rwd_01m80cqagnra6c663vk6rcdq3c", "1", "%00", "rwd_' or 1=1", "x".repeat(500)];
  for (const id of madeUp) {
    const part = id === "%00" ? id : encodeURIComponent(id);
    for (const path of [`/desk/rewards/${part}`, `/desk/people/${part}`, `/desk/mail/${part}`]) {
      expect.soft([400, 404], path).toContain((await owner.get(path)).status);
    }
  }
  expect((await champion.get("/portal/nothing-here")).status).toBe(404);
});

test("the API refuses what it does not know, in JSON", async ({ product }) => {
  const shop = await apiVisitor(product);
  const answer = await shop.json("/api/v1/track/sale", { customerExternalId: "c1", amount: 100, admin: true });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("unknown field");
  expect((await shop.json("/api/v1/track/sale", { customerExternalId: "c1", amount: -5 })).status).toBe(422);
  expect((await shop.json("/api/v1/track/sale", "not an object")).status).toBe(422);
  expect((await new Visitor(product).json("/api/v1/track/sale", {})).status).toBe(401);
  expect((await new Visitor(product, { Authorization: "Bearer vouch_test_forged" }).json("/api/v1/customers", {})).status).toBe(401);
});
