import { describe, expect, test } from "vitest";
import { MAIL, testSandbox, type TestSandbox } from "./test-sandbox";

const key = { "idempotency-key": "k" };
const mailCount = async (sandbox: TestSandbox) =>
  (await sandbox.control<{ mails: unknown[] }>("GET", "/mails")).mails.length;

/** What a careful client sees: status and parsed body, or why there is none. */
async function outcome(request: Promise<Response>): Promise<string> {
  try {
    const response = await request;
    const type = response.headers.get("content-type") ?? "";
    const body = await response.text();
    if (!type.includes("application/json")) return "not json";
    return `${response.status} ${Object.keys(JSON.parse(body) as object).join(",")}`;
  } catch (error) {
    return error instanceof SyntaxError ? "garbage" : "no answer";
  }
}

describe("faults", () => {
  test.each([
    ["refuse", "no answer", 0],
    ["reset_before", "no answer", 0],
    ["reset_after", "no answer", 1],
    ["error_500_before", "500 statusCode,message,name", 0],
    ["error_500_after", "500 statusCode,message,name", 1],
    ["rate_limited", "429 statusCode,message,name", 0],
    ["conflict", "409 statusCode,message,name", 0],
    ["garbage_json", "garbage", 1],
    ["truncated", "no answer", 1],
    ["wrong_content_type", "not json", 1],
    ["drip", "200 id", 1],
    ["hang_before", "200 id", 1],
    ["hang_after", "200 id", 1],
  ])("%s answers %s and leaves %d mails; the retry ends with one", async (kind, seen, mails) => {
    const sandbox = await testSandbox();
    await sandbox.control("POST", "/faults", { kind, path: "/emails", durationMs: 50 });
    expect(await outcome(sandbox.call("POST", "/emails", MAIL, key))).toBe(seen);
    expect(await mailCount(sandbox)).toBe(mails);
    expect(await outcome(sandbox.call("POST", "/emails", MAIL, key))).toBe("200 id");
    expect(await mailCount(sandbox)).toBe(1);
  });

  test("a client that leaves a hang before the effect leaves no effect", async () => {
    const sandbox = await testSandbox();
    await sandbox.control("POST", "/faults", { kind: "hang_before" });
    const leaving = AbortSignal.timeout(50);
    await sandbox.resend.emails.send(MAIL, { idempotencyKey: "k", signal: leaving });
    expect(leaving.aborted).toBe(true);
    expect(await mailCount(sandbox)).toBe(0);
  });

  test("hits only what it matches, after what it skips, as often as told", async () => {
    const sandbox = await testSandbox();
    const fault = {
      kind: "error_500_before",
      method: "post",
      path: "/emails*",
      contains: "ann@",
      skip: 1,
      count: 2,
    };
    await sandbox.control("POST", "/faults", fault);
    const send = async (to: string) => (await sandbox.call("POST", "/emails", { ...MAIL, to })).status;
    expect((await sandbox.call("GET", "/emails")).status).toBe(200);
    expect(await send("bob@shop.example")).toBe(200);
    expect([
      await send("ann@a.nl"),
      await send("ann@a.nl"),
      await send("ann@a.nl"),
      await send("ann@a.nl"),
    ]).toEqual([200, 500, 500, 200]);
    await sandbox.control("POST", "/faults", { kind: "error_500_before", count: 0 });
    expect(await send("bob@shop.example")).toBe(500);
    await sandbox.control("DELETE", "/faults");
    expect(await send("bob@shop.example")).toBe(200);
  });

  test("the rate limit answers 429 with retry-after", async () => {
    const sandbox = await testSandbox();
    await sandbox.control("POST", "/rate-limit", { perSecond: 2 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => sandbox.call("GET", "/emails")));
    const refused = answers.filter((answer) => answer.status === 429);
    // Eight calls fall into at most two of the counted seconds.
    expect(refused.length).toBeGreaterThanOrEqual(4);
    expect(refused[0]?.headers.get("retry-after")).toBe("1");
    expect(await refused[0]?.json()).toMatchObject({ name: "rate_limit_exceeded" });
    await sandbox.control("POST", "/rate-limit", { perSecond: null });
    expect((await sandbox.call("GET", "/emails")).status).toBe(200);
  });

  test("control refuses what it does not know and what another site sends", async () => {
    const sandbox = await testSandbox();
    expect((await sandbox.call("POST", "/_control/faults", { kind: "flood" })).status).toBe(422);
    expect((await sandbox.call("POST", "/_control/clock", { advanceMs: 1, more: 2 })).status).toBe(422);
    const foreign = { origin: "https://evil.example" };
    expect((await sandbox.call("POST", "/_control/clock", { advanceMs: 1 }, foreign)).status).toBe(403);
  });
});

describe("journal of effects", () => {
  test("tells each accepted mail with its key, and what came after", async () => {
    const sandbox = await testSandbox();
    await sandbox.resend.emails.send(MAIL, { idempotencyKey: "k" });
    await sandbox.resend.emails.send(MAIL, { idempotencyKey: "k" });
    type Effects = { effects: Record<string, unknown>[] };
    const accepted = await sandbox.control<Effects>("GET", "/journal?kind=email.accepted");
    expect(accepted.effects).toMatchObject([
      { n: 1, to: [MAIL.to], subject: MAIL.subject, idempotencyKey: "k" },
    ]);
    const types = async () => {
      const { effects } = await sandbox.control<Effects>("GET", "/journal?kind=event&after=1");
      return effects.map((effect) => effect.type);
    };
    await expect.poll(types).toEqual(["email.sent", "email.delivered"]);
  });
});
