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
export async function startTestSandbox(
  dataDir = mkdtempSync(join(tmpdir(), "stripe-")),
): Promise<TestSandbox> {
  const server = await startStripeSandbox({
    port: 0,
    dataDir,
    vouchUrl: "http://localhost:1",
    token: "token",
    retryDelaysMs: [20, 40],
  });
  const client = (key: string) =>
    new Stripe(key, {
      host: "127.0.0.1",
      port: server.port,
      protocol: "http",
      maxNetworkRetries: 0,
      timeout: 5_000,
    });
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

const BASKET: Stripe.Checkout.SessionCreateParams = {
  mode: "payment",
  line_items: [
    {
      quantity: 2,
      price_data: {
        currency: "eur",
        unit_amount: 1250,
        product_data: { name: "Notebook", metadata: { group: "paper" } },
      },
    },
  ],
  success_url: "http://localhost:3003/thanks?session={CHECKOUT_SESSION_ID}",
  cancel_url: "http://localhost:3003/basket",
  client_reference_id: "token_abc",
  metadata: { vouch: "token_abc" },
  payment_intent_data: { metadata: { vouch: "token_abc" } },
  allow_promotion_codes: true,
  customer_creation: "always",
};

/** Opens a Checkout session for two notebooks, EUR 25.00 together. */
export function openBasket(
  { stripe }: TestSandbox,
  extra: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  return stripe.checkout.sessions.create({ ...BASKET, ...extra });
}

const FILLED_IN = {
  action: "pay",
  email: "friend@example.com",
  cardNumber: "4242 4242 4242 4242",
  expiry: "12/34",
  cvc: "123",
};

/** Sends the hosted page's form, as a browser without script does. */
export function payByForm(
  session: Stripe.Checkout.Session,
  fields: Record<string, string> = {},
  headers: HeadersInit = {},
): Promise<Response> {
  return fetch(session.url ?? "", {
    method: "POST",
    redirect: "manual",
    headers: { "accept-language": "en", ...headers },
    body: new URLSearchParams({ ...FILLED_IN, ...fields }),
  });
}
