import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resend } from "resend";
import { onTestFinished } from "vitest";
import { startResendSandbox, type ResendSandbox } from "./server";

export interface TestSandbox {
  url: string;
  resend: Resend;
  /** A raw call with a key; `headers` may override it. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** A `/_control` call that must succeed. */
  control<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
  /** Stops and starts on the same folder. */
  restart(): Promise<TestSandbox>;
}

export const MAIL = {
  from: "Vouch <hi@vouch.example>",
  to: "ann@shop.example",
  subject: "Hello",
  text: "Hi Ann",
};

/** A sandbox of its own for the running test; its folder is gone afterwards. */
export async function testSandbox(dataDir = temporaryFolder()): Promise<TestSandbox> {
  const sandbox = await startResendSandbox({ port: 0, dataDir, stepMs: 0 });
  let open: ResendSandbox | null = sandbox;
  const close = async () => {
    await open?.close();
    open = null;
  };
  onTestFinished(close);
  const call: TestSandbox["call"] = (method, path, body, headers = {}) =>
    fetch(`${sandbox.url}${path}`, {
      method,
      headers: { authorization: "Bearer re_test", "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      redirect: "manual",
    });
  return {
    url: sandbox.url,
    resend: new Resend("re_test", { baseUrl: sandbox.url }),
    call,
    control: async <T>(method: string, path: string, body?: unknown) => {
      const response = await call(method, `/_control${path}`, body);
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as T;
    },
    restart: async () => {
      await close();
      return testSandbox(dataDir);
    },
  };
}

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  event: { type: string; created_at: string; data: Record<string, unknown> };
}

/** A receiver of webhooks that answers with `status`, and everything it got. */
export async function webhookReceiver() {
  const received: Received[] = [];
  const receiver = { url: "", received, status: 200, types: () => received.map((one) => one.event.type) };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    received.push({ headers: request.headers, body, event: JSON.parse(body) });
    response.writeHead(receiver.status, { location: "/moved" }).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return receiver;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "resend-sandbox-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
