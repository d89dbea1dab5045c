import { emailHashOf } from "~/identity/email-hash.server";
import { aShop } from "./commerce";
import type { Recommender } from "./attribution";
import { aCompany, aProgram } from "./programs";
import { testDatabase } from "../test-database";

/** A shop at Stripe, a friend program and an affiliate one, and what became of who bought. Call it in `beforeAll`. */
export async function purchaseStage() {
  const test = await testDatabase();
  await aCompany(test.db);
  const shop = await aShop(test);
  const friends = await aProgram(test.db, { slug: "friends", clock: test.clock });
  const affiliates = await aProgram(test.db, { slug: "affiliates", type: "affiliate", clock: test.clock });
  let count = 0;
  const sql = async <Row>(text: string, ...values: unknown[]) => (await test.db.pool.query(text, values)).rows as Row[];
  return {
    ...test,
    shop,
    friends,
    affiliates,
    sql,
    anAddress: (name = "friend") => `${name}-${++count}@example.test`,
    rewardsOf: ({ champion }: Recommender) =>
      sql<{ status: string; reason: string | null; due: number; currency: string }>(
        "select status, reason, due_minor::int as due, currency from reward where champion_id = $1 order by id",
        champion.id,
      ),
    /** "Anna", "nobody: reason" … per purchase of an address, oldest first. */
    async winnersOf(email: string, names: Record<string, Recommender>): Promise<string[]> {
      const rows = await sql<{ championId: string | null; reason: string | null }>(
        `select c.champion_id as "championId", c.reason from purchase p join conversion c on c.purchase_id = p.id
          where p.email_hash = $1 order by p.occurred_at, p.key`,
        emailHashOf(email),
      );
      const nameOf = (id: string) => Object.entries(names).find(([, { champion }]) => champion.id === id)?.[0] ?? "somebody";
      return rows.map(({ championId, reason }) => (championId ? nameOf(championId) : `nobody: ${reason}`));
    },
  };
}

export type PurchaseStage = Awaited<ReturnType<typeof purchaseStage>>;
