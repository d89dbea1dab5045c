import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterEach, beforeEach, expect, test } from "vitest";
import { discard, startReceiver, startTestSandbox } from "./testing";
import type { Receiver, TestSandbox } from "./testing";

let sandbox: TestSandbox;
let receiver: Receiver;

beforeEach(async () => {
  sandbox = await startTestSandbox();
  receiver = await startReceiver();
  await sandbox.stripe.webhookEndpoints.create({ url: receiver.url, enabled_events: ["customer.created"] });
});
afterEach(async () => {
  await receiver.close();
  await discard(sandbox);
});

const newCustomer = (email: string) => sandbox.stripe.customers.create({ email });
const emails = () =>
  receiver.received.map(
    ({ body }) => (JSON.parse(body) as { data: { object: { email: string } } }).data.object.email,
  );

interface Deliveries {
  deliveries: { id: string; event: string; status: string; attempts: { status: number | null }[] }[];
}
const deliveries = async () => (await sandbox.control<Deliveries>("GET", "/deliveries")).deliveries;

test("an endpoint gets only what it subscribed to, with the secret told once", async () => {
  const { data } = await sandbox.stripe.webhookEndpoints.list();
  expect(data[0]?.secret).toBeUndefined();
  const { endpoints } = await sandbox.control<{ endpoints: unknown[] }>("GET", "/webhook-endpoints");
  expect(endpoints).toEqual([{ id: data[0]?.id, url: receiver.url, connect: false, secret: expect.stringMatching(/^whsec_/) }]);
  await sandbox.stripe.products.create({ name: "Tea" });
  await newCustomer("a@example.com");
  await receiver.waitFor(1);
  expect(emails()).toEqual(["a@example.com"]);
});

test("a name under localhost leads to this machine, as it does in browsers", async () => {
  const url = receiver.url.replace("127.0.0.1", "champions.vouch.localhost");
  await sandbox.stripe.webhookEndpoints.create({ url, enabled_events: ["product.created"] });
  await sandbox.stripe.products.create({ name: "Tea" });
  await receiver.waitFor(1);
});

test("a refused delivery is tried again, a hopeless one is given up and listed", async () => {
  receiver.answers.push(500);
  await newCustomer("a@example.com");
  await receiver.waitFor(2);
  await expect.poll(async () => (await deliveries())[0]?.status).toBe("delivered");
  receiver.answers.push(500, 503, 302);
  await newCustomer("b@example.com");
  await expect.poll(async () => (await deliveries())[1]?.status).toBe("failed");
  const lost = await sandbox.stripe.events.list({ delivery_success: false });
  expect(lost.data.map((event) => event.type)).toEqual(["customer.created"]);
  const [, given] = await deliveries();
  expect(given?.attempts.map((attempt) => attempt.status)).toEqual([500, 503, 302]);
  await sandbox.control("POST", `/deliveries/${given?.id ?? ""}/resend`);
  await expect
    .poll(async () => (await sandbox.stripe.events.list({ delivery_success: false })).data)
    .toEqual([]);
});

test("deliveries can be doubled, turned round and held back", async () => {
  await sandbox.control("POST", "/webhooks", { duplicates: 1 });
  await newCustomer("a@example.com");
  await receiver.waitFor(2);
  expect(new Set(emails())).toEqual(new Set(["a@example.com"]));
  receiver.received.length = 0;
  await sandbox.control("POST", "/webhooks", { duplicates: 0, reorder: true });
  for (const name of ["1", "2", "3"]) await newCustomer(`${name}@example.com`);
  await receiver.waitFor(3);
  expect(emails()).toEqual(["3@example.com", "2@example.com", "1@example.com"]);
  receiver.received.length = 0;
  await sandbox.control("POST", "/webhooks", { reorder: false, mode: "paused" });
  await newCustomer("b@example.com");
  expect((await deliveries()).at(-1)?.status).toBe("pending");
  expect(receiver.received).toHaveLength(0);
  await sandbox.control("POST", "/webhooks", { mode: "on" });
  await receiver.waitFor(1);
  await sandbox.control("POST", "/webhooks", { mode: "off" });
  await newCustomer("c@example.com");
  expect((await deliveries()).filter((one) => one.status === "pending")).toEqual([]);
});

test("events of connected accounts go to endpoints that ask for them", async () => {
  const connect = await startReceiver();
  await sandbox.stripe.webhookEndpoints.create({ url: connect.url, enabled_events: ["*"], connect: true });
  await newCustomer("a@example.com");
  await receiver.waitFor(1);
  const account = await sandbox.stripe.accounts.create({ capabilities: { transfers: { requested: true } } });
  await sandbox.control("POST", `/accounts/${account.id}/onboard`);
  await connect.waitFor(2);
  const types = connect.received.map(({ body }) => JSON.parse(body) as { type: string; account: string });
  expect(new Set(types.map((event) => `${event.type} ${event.account}`))).toEqual(
    new Set([`account.updated ${account.id}`]),
  );
  await connect.close();
});

test("an endpoint with a known secret can be set from outside, again and again", async () => {
  const endpoint = { url: receiver.url, secret: "whsec_known", enabledEvents: ["product.created"] };
  await sandbox.control("POST", "/webhook-endpoints", endpoint);
  await sandbox.control("POST", "/webhook-endpoints", endpoint);
  expect((await sandbox.stripe.webhookEndpoints.list()).data).toHaveLength(1);
  await sandbox.stripe.products.create({ name: "Tea" });
  await receiver.waitFor(1);
  const { body, signature } = receiver.received[0] ?? { body: "", signature: "" };
  expect(sandbox.stripe.webhooks.constructEvent(body, signature, "whsec_known").type).toBe("product.created");
  expect(() => sandbox.stripe.webhooks.constructEvent(`${body} `, signature, "whsec_known")).toThrow(
    "signature",
  );
});

test("a start after kill -9 knows everything and sends what was waiting", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "stripe-"));
  const child = spawn(process.execPath, ["--import", "tsx", "sandbox/stripe/main.ts"], {
    env: { ...process.env, SANDBOX_STRIPE_PORT: "0", SANDBOX_DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const port = new URL(String(line).slice(String(line).indexOf("http")).trim()).port;
  const stripe = new Stripe("sk_test_kill", { host: "127.0.0.1", port, protocol: "http" });
  await stripe.webhookEndpoints.create({ url: receiver.url, enabled_events: ["customer.created"] });
  await fetch(`http://127.0.0.1:${port}/_control/webhooks`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ mode: "paused" }),
  });
  const customer = await stripe.customers.create({ email: "kept@example.com" }, { idempotencyKey: "once" });
  child.kill("SIGKILL");
  await once(child, "exit");

  const again = await startTestSandbox(dataDir);
  expect(
    (await again.stripe.customers.create({ email: "kept@example.com" }, { idempotencyKey: "once" })).id,
  ).toBe(customer.id);
  await again.control("POST", "/webhooks", { mode: "on" });
  await receiver.waitFor(1);
  expect(emails()).toEqual(["kept@example.com"]);
  await again.close();
  rmSync(dataDir, { recursive: true, force: true });
});
