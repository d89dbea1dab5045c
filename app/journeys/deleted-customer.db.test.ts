import { beforeAll, expect, it } from "vitest";
import { forgetDeletedCustomers } from "~/commerce/forget-deleted-customers.server";
import { emailHashOf } from "~/identity/email-hash.server";
import type { LiveProgram } from "~/programs/program";
import { aClickToken, aRecommender } from "~/testing/builders/attribution";
import { aShop, type TestShop } from "~/testing/builders/commerce";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";

let test: TestDatabase;
let shop: TestShop;
let program: LiveProgram;

beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
  shop = await aShop(test);
  program = await aProgram(test.db, { clock: test.clock });
});

const outcomes = async () => {
  const { rows } = await test.db.pool.query<{ outcome: string; reason: string | null }>(
    "select c.outcome, c.reason from conversion c join purchase p on p.id = c.purchase_id order by p.occurred_at",
  );
  return rows.map(({ outcome, reason }) => reason ?? outcome);
};
const holdsHash = async (email: string) => {
  const sql = "select 1 from customer where email_hash = $1 union all select 1 from purchase where email_hash = $1";
  return (await test.db.pool.query(sql, [emailHashOf(email)])).rows.length > 0;
};

it("somebody who was deleted is no new friend for 24 months; then their hash goes and nothing else changes (A8, L8)", async () => {
  const anna = await aRecommender(test, program);
  const [back, never] = ["back@example.test", "never@example.test"];
  for (const email of [back, never]) {
    const { customer } = await shop.buys({ email });
    await shop.tells();
    await shop.stripe.customers.del(String(customer));
    await shop.tells();
    await shop.later({ hours: 1 });
  }
  await shop.later({ days: 30 });
  await shop.buys({ email: back, tokens: [await aClickToken(test, anna)] });
  await shop.tells();
  expect(await outcomes()).toEqual(["not_referred", "not_referred", "friend_not_new"]);

  test.clock.set("2028-11-01T08:59:59.999Z");
  expect(await forgetDeletedCustomers(test)).toBe(0);
  expect(await holdsHash(never)).toBe(true);
  test.clock.advance({ days: 1 });
  expect(await forgetDeletedCustomers(test)).toBe(2);
  expect(await forgetDeletedCustomers(test)).toBe(0);
  expect(await holdsHash(never)).toBe(false);
  expect(await holdsHash(back)).toBe(true);

  await shop.at(test.clock.now());
  await shop.buys({ email: back, tokens: [await aClickToken(test, anna)] });
  await shop.buys({ email: never, tokens: [await aClickToken(test, anna)] });
  await shop.tells();
  expect(await outcomes()).toEqual(["not_referred", "not_referred", "friend_not_new", "friend_not_new", "attributed"]);
});
