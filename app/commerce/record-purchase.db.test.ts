import { beforeAll, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import type { PurchaseFacts } from "./purchase";
import { listLines } from "./purchase-store.server";
import { recordPurchase } from "./record-purchase.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const NOBODY = { customerId: null, email: null, fingerprintHash: null, riskLevel: null };

function facts(told: Partial<PurchaseFacts>): PurchaseFacts {
  return {
    key: "pi_1", paymentIntentId: "pi_1", invoiceId: null, checkoutSessionId: null, subscriptionId: null, occurredAt: test.clock.now(),
    settlesAt: null, currency: "EUR", paidMinor: 8_000n, taxMinor: 0n, shippingMinor: 0n, discountMinor: 0n, clickTokens: [], codes: [],
    programHint: null, byProvider: true, lines: [{ group: "shoes", quantity: 1, netMinor: 8_000n, taxMinor: 0n }], ...told,
  };
}

const record = (told: Partial<PurchaseFacts>) =>
  test.db.transaction("record", (tx) => recordPurchase(tx, facts(told), NOBODY, async (_tx, known) => known, test.clock.now()));

it("takes one telling after the other, when a payment of two names is told under both at once (M10)", async () => {
  const bill = { key: "in_1", invoiceId: "in_1" };
  const { purchase: { id } } = await record(bill);
  let other: Promise<unknown> | undefined;
  await test.db.transaction("record-by-its-bill", async (tx) => {
    const told = facts({ key: "in_1", invoiceId: "in_1", paymentIntentId: null, codes: ["ANNA"] });
    await recordPurchase(tx, told, NOBODY, async (_tx, known) => known, test.clock.now());
    other = record({ codes: ["BOB"] });
    const waiting = () => test.db.pool.query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    await expect.poll(async () => (await waiting()).rowCount).toBe(1);
  });
  await other;
  const { rows } = await test.db.pool.query("select id, codes from purchase");
  expect(rows).toEqual([{ id, codes: ["ANNA", "BOB"] }]);
  expect(await test.db.transaction("lines", (tx) => listLines(tx, id))).toMatchObject([{ position: 0, group: "shoes" }]);
});
