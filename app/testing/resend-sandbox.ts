import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { resendGateway, type ResendGateway } from "~/platform/gateways/resend.server";
import { resendCalls } from "~/platform/gateways/resend-calls.server";
import { startResendSandbox } from "../../sandbox/resend/server";

interface SandboxMail {
  id: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
}

interface TestResend {
  url: string;
  /** A client without a pace. */
  gateway: ResendGateway;
  control<Answer = unknown>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<Answer>;
  /** What the provider accepted, newest first. */
  mails(): Promise<SandboxMail[]>;
  /** How often it accepted the mail with this tag. */
  acceptances(mailId: string): Promise<number>;
}

/** A stand-in for Resend of this test file's own. Call it once, in `beforeAll`; it closes itself. */
export async function testResend({ timeoutMs = 10_000 } = {}): Promise<TestResend> {
  const dataDir = mkdtempSync(join(tmpdir(), "vouch-resend-"));
  const sandbox = await startResendSandbox({ port: 0, dataDir, stepMs: 0 });
  afterAll(async () => {
    await sandbox.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const control: TestResend["control"] = async (method, path, body) => {
    const response = await fetch(`${sandbox.url}/_control${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as never;
  };
  const mails = async () => (await control<{ mails: SandboxMail[] }>("GET", "/mails")).mails;
  return {
    url: sandbox.url,
    gateway: resendGateway(resendCalls({ apiKey: "re_test", baseUrl: sandbox.url, perSecond: 1_000, timeoutMs })),
    control,
    mails,
    acceptances: async (mailId) =>
      (await mails()).filter(({ tags }) => tags.some(({ name, value }) => name === "mail" && value === mailId)).length,
  };
}
