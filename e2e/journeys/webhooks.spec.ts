import { signPayload } from "../../sandbox/stripe/webhook-signature";
import { databaseOf } from "../database";
import { expect, test } from "../fixtures";
import { lastPaid, refundAtStripe, stripeControl } from "../outside";
import { somebody } from "../people";
import type { Product } from "../product";
import { buyWithCode } from "../sessions";

test.afterEach(({ product }) => stripeControl(product, "/webhooks", { mode: "on", duplicates: 0, delayMs: 0, reorder: false }));

/** One payment in the books: how often it was taken in, what became of its reward, and whether the entries agree. */
const BOOKS = `
  select count(distinct p.id)::int as purchases, count(distinct c.id)::int as conversions, count(distinct r.id)::int as rewards,
         min(r.granted_minor)::int as granted, min(r.due_minor)::int as due, min(r.taken_back_minor)::int as taken_back
    from purchase p left join conversion c on c.purchase_id = p.id left join reward r on r.conversion_id = c.id
   where p.payment_intent_id = $1`;
const ENTRIES = `
  select split_part(a.code, ':', 1) as account, sum(e.amount_minor)::int as amount
    from reward r join conversion c on c.id = r.conversion_id join purchase p on p.id = c.purchase_id
    join ledger_transaction t on t.subject = r.id join ledger_entry e on e.transaction_id = t.id join ledger_account a on a.id = e.account_id
   where p.payment_intent_id = $1 group by 1 order by 1`;
const UNBALANCED = "select count(*)::int as n from (select 1 from ledger_entry group by transaction_id, currency having sum(amount_minor) <> 0) x";

interface Delivery {
  id: string;
  endpoint: string;
  status: string;
  attempts: unknown[];
}

/** The endpoint that leads to this product: a copy of a demo also has the one of where it came from. */
async function endpointOf(product: Product) {
  const { endpoints } = await stripeControl<{ endpoints: { id: string; url: string; secret: string }[] }>(product, "/webhook-endpoints");
  const own = endpoints.find(({ url }) => url === `${product.url}/webhooks/stripe`);
  if (!own) throw new Error("no endpoint leads here");
  return own;
}

async function deliveriesOf(product: Product): Promise<Delivery[]> {
  const { id } = await endpointOf(product);
  const { deliveries } = await stripeControl<{ deliveries: Delivery[] }>(product, "/deliveries");
  return deliveries.filter(({ endpoint }) => endpoint === id);
}

test("doubled, delayed and in the wrong order, webhooks make one purchase, one reward and the right remainder", async ({ product }) => {
  test.setTimeout(90_000);
  const pool = databaseOf(product);
  const friend = somebody("Puk").email;
  const { rows: champions } = await pool.query<{ code: string }>(
    `select rc.key as code from referral_code rc join link l on l.id = rc.link_id join champion c on c.id = l.champion_id
       join program p on p.id = c.program_id where c.status = 'active' and p.slug = 'friends' and l.is_main and rc.is_current
      order by (select count(*) from reward r where r.champion_id = c.id), c.id limit 1`,
  );
  const earlier = new Set((await deliveriesOf(product)).map(({ id }) => id));
  await stripeControl(product, "/webhooks", { duplicates: 2, delayMs: 300, reorder: true });

  // Paid and partly given back within the second in which Stripe turns its deliveries round.
  await buyWithCode(product, { email: friend, sku: "hand-mill", code: champions[0]?.code ?? "" });
  await refundAtStripe(product, friend, 3_500);
  const payment = await lastPaid(product, friend, "payment_intent");
  const books = async () => (await pool.query(BOOKS, [payment])).rows[0] as unknown;
  const entries = async () => (await pool.query(ENTRIES, [payment])).rows as unknown;
  const once = { purchases: 1, conversions: 1, rewards: 1, granted: 1_000 };
  await expect.poll(books, { timeout: 40_000 }).toEqual({ ...once, due: 500, taken_back: 3_500 });
  expect(await entries()).toEqual([{ account: "champion_pending", amount: -500 }, { account: "program_cost", amount: 500 }]);

  await refundAtStripe(product, friend);
  await expect.poll(books, { timeout: 40_000 }).toEqual({ ...once, due: 0, taken_back: 7_000 });

  await test.step("everything about it told once more changes nothing", async () => {
    const deliveries = async () => (await deliveriesOf(product)).filter(({ id }) => !earlier.has(id));
    await expect.poll(async () => (await deliveries()).every(({ status }) => status === "delivered"), { timeout: 30_000 }).toBe(true);
    const again = await deliveries();
    expect(again.length).toBeGreaterThan(9);
    for (const { id } of again) await stripeControl(product, `/deliveries/${id}/resend`, {});
    const tried = async () => {
      const now = await deliveries();
      return again.every(({ id, attempts }) => (now.find((one) => one.id === id)?.attempts.length ?? 99) > attempts.length);
    };
    await expect.poll(tried, { timeout: 30_000 }).toBe(true);
    await expect.poll(async () => (await pool.query("select count(*)::int as n from inbox_event where status = 'received'")).rows).toEqual([{ n: 0 }]);
    expect(await books()).toEqual({ ...once, due: 0, taken_back: 7_000 });
    expect(await entries()).toEqual([{ account: "champion_pending", amount: 0 }, { account: "program_cost", amount: 0 }]);
    expect((await pool.query(UNBALANCED)).rows).toEqual([{ n: 0 }]);
  });
  await pool.end();
});

test("a signed event is taken in once; altered, stale, of another account or the other mode it is refused", async ({ product }) => {
  const { secret } = await endpointOf(product);
  const now = Math.floor(Date.now() / 1000);
  const event = (over: object = {}) =>
    JSON.stringify({
      ...{ id: `evt_${somebody("Hand").code.replace("-", "")}`, object: "event", type: "product.updated", api_version: "2026-10-28", created: now },
      ...{ livemode: false, account: null, data: { object: { id: "prod_1", object: "product" } }, ...over },
    });
  const send = async (body: string, signature: string) =>
    (await fetch(`${product.url}/webhooks/stripe`, { method: "POST", headers: { "Content-Type": "application/json", "Stripe-Signature": signature }, body })).status;

  const good = event();
  expect([await send(good, signPayload(good, secret)), await send(good, signPayload(good, secret))]).toEqual([200, 200]);
  const refused = [event(), event(), event({ account: "acct_of_somebody_else" }), event({ livemode: true })] as const;
  const [altered, stale, foreign, live] = refused;
  expect(await send(altered.replace("prod_1", "prod_2"), signPayload(altered, secret))).toBe(400);
  expect(await send(stale, signPayload(stale, secret, now - 301))).toBe(400);
  expect(await send(foreign, signPayload(foreign, secret))).toBe(400);
  expect(await send(live, signPayload(live, secret))).toBe(400);

  const ids = [good, ...refused].map((body) => (JSON.parse(body) as { id: string }).id);
  const pool = databaseOf(product);
  const { rows } = await pool.query<{ event_id: string }>("select event_id from inbox_event where event_id = any($1)", [ids]);
  await pool.end();
  expect(rows.map(({ event_id }) => event_id)).toEqual(ids.slice(0, 1));
});
