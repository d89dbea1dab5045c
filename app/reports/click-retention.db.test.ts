import { beforeAll, describe, expect, it } from "vitest";
import { countConversionsByTag } from "~/attribution/count-conversions-by-tag.server";
import { figuresOfLinks, tagsOfLinks } from "~/sharing/list-links.server";
import { claimClick } from "~/sharing/claim-click.server";
import { forgetClicks } from "~/sharing/forget-clicks.server";
import { noteClick } from "~/sharing/note-click.server";
import type { Visit } from "~/sharing/visit.server";
import { aConversion, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { listReportRows, ROW_KINDS } from "./list-report-rows.server";
import { readOverview } from "./read-overview.server";
import type { ReportSelection } from "./report-selection";

let test: TestDatabase;
let owner: RewardedChampion;
const START = new Date("2026-11-02T09:00:00Z");

beforeAll(async () => {
  test = await testDatabase();
  owner = await aRewardedChampion(test);
  await tellTheStory();
});

let nextIp = 1;
async function click(channel: Visit["channel"], seen: Partial<Visit> = {}) {
  const visit: Visit = {
    uncountedBecause: null, device: "phone", language: "nl", country: "unknown", referrerHost: null, channel, tag: null, ...seen,
  };
  const noted = noteClick({ link: owner.link, visit, ip: `10.0.0.${nextIp++}`, userAgent: "Firefox" }, test.clock);
  await test.clicks.record(noted);
  return noted;
}

/** Clicks of two weeks and several channels; one is claimed, another one's token is presented and wins a sale. */
async function tellTheStory() {
  await click("whatsapp");
  await click(null, { tag: "letter" });
  await click("sms", { uncountedBecause: "bot" });
  const claimed = await click("mail", { tag: "letter" });
  await claimClick({ clickId: claimed.id, link: owner.link, initial: null }, test);
  test.clock.advance({ days: 8 });
  const presented = await click("whatsapp", { tag: "bag" });
  await aConversion(test, owner, 8_000n, presented);
}

const selection: ReportSelection = {
  from: new Date("2026-10-26T00:00:00Z"), until: new Date("2026-11-23T00:00:00Z"),
  programId: null, championId: null, channel: null, label: null,
};
/** Every figure there is: the overview, the rows behind each number, also of one channel, and those beside a link. */
async function everyFigure() {
  const selections = [selection, { ...selection, channel: "whatsapp" }, { ...selection, channel: "email" }];
  const figures = [];
  for (const one of selections) {
    figures.push((await readOverview(one, test)).overview);
    for (const kind of ROW_KINDS) figures.push(await listReportRows(kind, one, test));
  }
  figures.push(await test.db.transaction("figures", (tx) => figuresOfLinks(tx, [owner.link.id])));
  figures.push(await test.db.transaction("tags", async (tx) =>
    tagsOfLinks(tx, [owner.link.id], await countConversionsByTag(tx, [owner.link.id])),
  ));
  return figures;
}
const clicksLeft = async () => Number((await test.db.pool.query("select count(*) as n from clicks.click")).rows[0].n);

describe("clicks (L8)", () => {
  it("are deleted 90 days after they happened, to the day, and no figure changes", async () => {
    const before = await everyFigure();
    expect(before.at(-1)).toEqual(new Map([[owner.link.id, [{ tag: "letter", visits: 2, claims: 1, orders: 0 }, { tag: "bag", visits: 1, claims: 0, orders: 1 }]]]));
    expect(before[0]).toMatchObject({ funnel: { clicks: 4, claims: 1, purchases: 1 } });
    test.clock.set(new Date(START.getTime() + 90 * 86_400_000));
    expect(await forgetClicks(test)).toBe(0);
    expect(await clicksLeft()).toBe(5);
    test.clock.advance({ seconds: 1 });
    expect(await forgetClicks(test)).toBe(4);
    expect(await everyFigure()).toEqual(before);
    test.clock.advance({ days: 8 });
    expect(await forgetClicks(test)).toBe(1);
    expect(await clicksLeft()).toBe(0);
    expect(await everyFigure()).toEqual(before);
  });

  it("that are written only after their day was cleaned up are in the figures all the same", async () => {
    test.clock.set(START);
    await click("sms");
    expect((await readOverview(selection, test)).overview.byChannel.find(({ key }) => key === "sms")?.clicks).toBe(1);
  });
});
