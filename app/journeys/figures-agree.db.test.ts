import { beforeAll, describe, expect, it } from "vitest";
import type { LiveProgram } from "~/programs/program";
import { readOverview } from "~/reports/read-overview.server";
import { aChampion } from "~/testing/builders/champions";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { aLink } from "~/testing/builders/sharing";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { claimOffer } from "./claim-offer.server";
import { listLinksWithFigures } from "./list-links-with-figures.server";
import { findFollowed, recordVisit } from "./record-visit.server";
import { trackSale } from "./track-sale.server";

let test: TestDatabase;
let program: LiveProgram;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
  program = await aProgram(test.db, { slug: "friends", clock: test.clock });
});

let visitors = 0;

/** Somebody follows a link: a bot, or a person who may claim and may buy afterwards. */
async function visit(code: string, goesTo: "look" | "claim" | "buy" | "bot"): Promise<void> {
  visitors += 1;
  const followed = await findFollowed(code, test);
  if (!followed) throw new Error(`nobody has the code ${code}`);
  const { location, kept } = recordVisit(
    followed,
    {
      visit: {
        uncountedBecause: goesTo === "bot" ? "bot" : null, device: "phone", language: "nl", country: "unknown", referrerHost: null,
        channel: visitors % 2 ? "whatsapp" : null, tag: null,
      },
      ip: `10.0.0.${visitors}`,
      userAgent: "Firefox",
    },
    test,
  );
  await kept;
  const token = new URL(location, "http://localhost").searchParams.get("c") ?? "";
  if (goesTo === "look" || goesTo === "bot") return;
  await claimOffer({ code, token, initial: null }, test);
  if (goesTo === "claim") return;
  test.clock.advance({ minutes: 5 });
  const sale = { amountMinor: 8_000n, currency: "EUR", paymentProcessor: "custom", email: null };
  await trackSale({ ...sale, externalId: `friend-${visitors}`, invoiceId: `invoice-${visitors}`, clickId: token }, test);
}

describe("a champion's own figures", () => {
  it("are the same that marketing reads, link by link", async () => {
    const champion = await aChampion(test.db, { programId: program.id });
    const main = await aLink(test.db, { champion, code: "ANNA-MAIN" });
    const counter = await aLink(test.db, { champion, code: "ANNA-COUNTER", label: "counter" });
    for (const goesTo of ["look", "look", "claim", "buy", "bot"] as const) await visit(main.code, goesTo);
    for (const goesTo of ["look", "claim", "buy", "buy"] as const) await visit(counter.code, goesTo);

    const today = new Date(`${test.clock.now().toISOString().slice(0, 10)}T00:00:00Z`);
    const selection = {
      from: today, until: new Date(today.getTime() + 86_400_000), programId: null, championId: champion.id, channel: null,
    };
    const shown = await listLinksWithFigures(champion.id, test);
    expect(shown.map(({ figures }) => [figures.visits, figures.claims, figures.purchases])).toEqual([[4, 2, 1], [4, 3, 2]]);
    for (const { label, figures } of shown) {
      const { overview } = await readOverview({ ...selection, label: label ?? "" }, test);
      expect(overview.funnel).toMatchObject({ clicks: figures.visits, claims: figures.claims, purchases: figures.purchases });
    }
  });
});
