import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { startStripeSandbox } from "./server";
import type { StripeSandbox } from "./server";

export interface TestSandbox extends StripeSandbox {
  stripe: Stripe;
  dataDir: string;
  /** Calls the control API; throws the message of an answer that is not 2xx. */
  control<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
  client(key: string): Stripe;
}

/** A sandbox on a free port with a folder of its own, and the real SDK pointed at it. */
export async function startTestSandbox(dataDir = mkdtempSync(join(tmpdir(), "stripe-"))): Promise<TestSandbox> {
  const server = await startStripeSandbox({
    port: 0,
    dataDir,
    vouchUrl: "http://localhost:1",
    token: "token",
    retryDelaysMs: [20, 40],
  });
  const client = (key: string) =>
    new Stripe(key, { host: "127.0.0.1", port: server.port, protocol: "http", maxNetworkRetries: 0, timeout: 5_000 });
  return {
    ...server,
    dataDir,
    client,
    stripe: client("sk_test_sandbox"),
    control: async <T>(method: string, path: string, body?: unknown) => {
      const response = await fetch(`${server.url}/_control${path}`, {
        method,
        headers: { "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = (await response.json()) as T & { error?: { message: string } };
      if (!response.ok) throw new Error(answer.error?.message);
      return answer;
    },
  };
}

/** Stops the sandbox and deletes its folder. */
export async function discard(server: TestSandbox): Promise<void> {
  await server.close();
  rmSync(server.dataDir, { recursive: true, force: true });
}

export interface Receiver {
  url: string;
  received: { body: string; signature: string }[];
  /** Status codes for the next deliveries; 200 after them. */
  answers: number[];
  /** Resolves once at least `count` deliveries have come in. */
  waitFor(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A webhook endpoint that keeps what it gets. */
export async function startReceiver(): Promise<Receiver> {
  const received: Receiver["received"] = [];
  const answers: number[] = [];
  let notify = (): void => undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      received.push({ body, signature: String(request.headers["stripe-signature"]) });
      response.writeHead(answers.shift() ?? 200).end();
      notify();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    received,
    answers,
    waitFor: (count) =>
      new Promise((resolve) => {
        notify = () => {
          if (received.length >= count) resolve();
        };
        notify();
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
