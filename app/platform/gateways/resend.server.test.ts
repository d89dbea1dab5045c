import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { resendCalls } from "./resend-calls.server";
import { resendGateway, ResendError, verifyResendWebhook } from "./resend.server";

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** A provider that answers each call with `answer`, and what it was asked. */
async function provider(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
  { perSecond = 1_000, timeoutMs = 10_000 } = {},
) {
  const asked: { method?: string; url?: string; headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    asked.push({ method: request.method, url: request.url, headers: request.headers, body });
    answer(response, request);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, gateway: resendGateway(resendCalls({ apiKey: "re_secret", baseUrl, perSecond, timeoutMs })) };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => (response: ServerResponse) =>
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));

describe("handing a mail over", () => {
  it("sends the very bytes under the key", async () => {
    const { asked, gateway } = await provider(json(200, { id: "re_1" }));
    const bytes = '{ "to":["a@b.example"],  "subject":"caf\\u00e9" }';
    expect(await gateway.sendEmail(bytes, "mai_1")).toEqual({ result: "accepted", providerId: "re_1" });
    expect(asked[0]).toMatchObject({ method: "POST", url: "/emails", body: bytes });
    expect(asked[0]?.headers).toMatchObject({ "idempotency-key": "mai_1", authorization: "Bearer re_secret", "content-type": "application/json" });
  });

  it.each([
    [409, { name: "invalid_idempotent_request" }, { result: "conflict", problem: "invalid_idempotent_request" }],
    [409, { name: "concurrent_idempotent_requests" }, { result: "again", effect: "possible" }],
    [429, { name: "rate_limit_exceeded" }, { result: "again", effect: "none", problem: "rate_limit_exceeded" }],
    [401, { name: "missing_api_key" }, { result: "again", effect: "none" }],
    [403, { name: "validation_error" }, { result: "again", effect: "none" }],
    [500, { name: "internal_server_error" }, { result: "again", effect: "possible", problem: "internal_server_error" }],
    [503, "busy", { result: "again", effect: "possible", problem: "status_503" }],
    [422, { name: "validation_error" }, { result: "refused", problem: "validation_error" }],
    [400, { name: "invalid_idempotency_key" }, { result: "refused" }],
    [200, { id: 5 }, { result: "again", effect: "possible", problem: "answer_not_understood" }],
    [200, null, { result: "again", effect: "possible" }],
  ])("reads %i %j", async (status, body, outcome) => {
    const { gateway } = await provider(json(status, body));
    expect(await gateway.sendEmail("{}", "k")).toMatchObject(outcome);
  });

  it("follows no redirect: the key stays with the provider", async () => {
    const { asked, gateway } = await provider(json(307, {}, { location: "http://127.0.0.1:9/elsewhere" }));
    expect(await gateway.sendEmail("{}", "k")).toMatchObject({ result: "again", effect: "none" });
    expect(asked).toHaveLength(1);
  });

  it("obeys the wait the provider names, up to an hour", async () => {
    const waits = [];
    for (const after of ["7", "999999", "soon"]) {
      const { gateway } = await provider(json(429, { name: "rate_limit_exceeded" }, { "retry-after": after }));
      waits.push(await gateway.sendEmail("{}", "k"));
    }
    expect(waits).toMatchObject([{ afterMs: 7_000 }, { afterMs: 3_600_000 }, { afterMs: null }]);
  });

  it("tells a timeout from a lost connection; a dripping answer is a timeout", async () => {
    const silent = await provider(() => undefined, { timeoutMs: 200 });
    expect(await silent.gateway.sendEmail("{}", "k")).toMatchObject({ result: "again", effect: "possible", problem: "timeout" });
    const dripping = await provider((response) => void response.writeHead(200).write('{"id":'), { timeoutMs: 1_000 });
    expect(await dripping.gateway.sendEmail("{}", "k")).toMatchObject({ problem: "timeout" });
    const gone = await provider((response) => void response.socket?.destroy());
    expect(await gone.gateway.sendEmail("{}", "k")).toMatchObject({ problem: "network" });
  });

  it("keeps its pace: after a second's worth at once, one after the other", async () => {
    const { gateway } = await provider(json(200, { id: "re_1" }), { perSecond: 10 });
    const started = performance.now();
    await Promise.all(Array.from({ length: 14 }, () => gateway.sendEmail("{}", "k")));
    expect(performance.now() - started).toBeGreaterThan(390);
  });
});

describe("asking", () => {
  it("throws what the provider called the problem", async () => {
    const { gateway } = await provider(json(404, { name: "not_found" }));
    await expect(gateway.getEmail("a/b?c")).rejects.toEqual(new ResendError("not_found", 404));
  });

  it("puts ids into addresses as data", async () => {
    const { asked, gateway } = await provider(json(404, {}));
    await expect(gateway.getWebhook("../emails?x=1")).rejects.toThrow(ResendError);
    expect(asked[0]?.url).toBe("/webhooks/..%2Femails%3Fx%3D1");
  });

  it("refuses an answer of another shape", async () => {
    const { gateway } = await provider(json(200, { data: [{ id: 1 }] }));
    await expect(gateway.listEmails(null)).rejects.toEqual(new ResendError("answer_not_understood", 200));
  });
});

describe("a webhook's signature", () => {
  const secret = `whsec_${Buffer.from("thirty-two bytes of secret, yes!").toString("base64")}`;
  const body = '{"type":"email.sent","created_at":"2026-11-24T09:00:00Z","data":{}}';
  const headers = (at = new Date()) => ({
    id: "msg_1", timestamp: String(Math.floor(at.getTime() / 1000)), signature: new Webhook(secret).sign("msg_1", at, body),
  });

  it("counts over the raw body, within five minutes, with this secret", () => {
    expect(verifyResendWebhook(body, headers(), secret)).toMatchObject({ type: "email.sent" });
    expect(verifyResendWebhook(`${body}\n`, headers(), secret)).toBeNull();
    expect(verifyResendWebhook(body, headers(new Date(Date.now() - 301_000)), secret)).toBeNull();
    expect(verifyResendWebhook(body, headers(new Date(Date.now() + 330_000)), secret)).toBeNull();
    expect(verifyResendWebhook(body, headers(), `whsec_${Buffer.alloc(32).toString("base64")}`)).toBeNull();
    expect(verifyResendWebhook(body, { id: "x", timestamp: "NaN", signature: "v1,x" }, secret)).toBeNull();
  });
});
