import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { aLink } from "~/testing/builders/sharing";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { claimClick } from "./claim-click.server";
import { countEvents, listClaims } from "./funnel-store.server";
import { noteClick, recordClick } from "./record-click.server";
import { recordFunnelEvent } from "./record-funnel-event.server";
import type { Visit } from "./visit.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const visit: Visit = {
  uncountedBecause: null, device: "phone", language: "nl", country: "unknown", referrerHost: null, channel: "whatsapp",
};

let nextIp = 1;
const anotherIp = () => `10.0.${nextIp >> 8}.${nextIp++ & 255}`;

async function click(link: { id: string; programId: string }, ip = anotherIp(), seen: Partial<Visit> = {}) {
  const noted = noteClick({ link, visit: { ...visit, ...seen }, ip, userAgent: "Firefox" }, test.clock);
  return { clickId: noted.id, ...(await recordClick(noted, test)) };
}

async function rowsOf(linkId: string) {
  const { rows } = await test.db.pool.query("select * from clicks.click where link_id = $1 order by occurred_at", [linkId]);
  return rows;
}

async function totalsOf(linkId: string) {
  const { rows } = await test.db.pool.query<{ counted: number; uncounted: number }>(
    "select sum(counted)::int as counted, sum(uncounted)::int as uncounted from clicks.daily where link_id = $1",
    [linkId],
  );
  return rows[0];
}

describe("recordClick", () => {
  it("keeps the coarse facts, two hashes and the day's total, and no address", async () => {
    const link = await aLink(test.db);
    const { clickId } = await click(link, "203.0.113.77");
    const [row] = await rowsOf(link.id);
    expect(row).toMatchObject({ id: clickId, counted: true, reason: null, device: "phone", channel: "whatsapp" });
    expect(JSON.stringify(row)).not.toContain("203.0.113");
    expect(await totalsOf(link.id)).toEqual({ counted: 1, uncounted: 0 });
  });

  it("keeps what does not count, with the reason (R18)", async () => {
    const link = await aLink(test.db);
    for (const reason of ["bot", "prefetch", "head"] as const) await click(link, anotherIp(), { uncountedBecause: reason });
    expect((await rowsOf(link.id)).map((row) => row.reason)).toEqual(["bot", "prefetch", "head"]);
    expect(await totalsOf(link.id)).toEqual({ counted: 0, uncounted: 3 });
  });

  it("counts twenty an hour from one network on one link, also when forty come at once", async () => {
    const [link, other] = [await aLink(test.db), await aLink(test.db)];
    const ip = anotherIp();
    await Promise.all(Array.from({ length: 40 }, () => click(link, ip)));
    expect(await totalsOf(link.id)).toEqual({ counted: 20, uncounted: 20 });
    await click(other, ip);
    expect(await totalsOf(other.id)).toEqual({ counted: 1, uncounted: 0 });
    test.clock.advance({ hours: 1, seconds: 1 });
    await click(link, ip);
    expect(await totalsOf(link.id)).toEqual({ counted: 21, uncounted: 20 });
  });

  it("writes no more than sixty a minute from one network (A20)", async () => {
    const links = await Promise.all(Array.from({ length: 4 }, () => aLink(test.db)));
    const ip = anotherIp();
    const clicks = await Promise.all(Array.from({ length: 70 }, (_, n) => click(links[n % 4]!, ip)));
    expect(clicks.filter((made) => made.written)).toHaveLength(60);
    test.clock.advance({ minutes: 1 });
    expect((await click(links[0]!, ip)).written).toBe(true);
  });

  it("writes the same click once, however often and at however many places it is tried", async () => {
    const link = await aLink(test.db);
    const noted = noteClick({ link, visit, ip: anotherIp(), userAgent: "Firefox" }, test.clock);
    const tries = await Promise.all(Array.from({ length: 5 }, () => recordClick(noted, test)));
    expect(tries.filter(({ written }) => written)).toHaveLength(1);
    expect(await totalsOf(link.id)).toEqual({ counted: 1, uncounted: 0 });
  });

  it("finds a partition in any month the clock may reach", async () => {
    const link = await aLink(test.db);
    test.clock.set("2031-02-28T23:59:59.999Z");
    await click(link);
    test.clock.set("2026-11-05T09:00:00Z");
    await click(link);
    expect(await totalsOf(link.id)).toEqual({ counted: 2, uncounted: 0 });
  });
});

describe("the funnel", () => {
  it("counts a landing and a claim once per click, however often they come", async () => {
    const link = await aLink(test.db);
    const { clickId } = await click(link);
    const landing = { kind: "landing_shown", championId: link.championId, linkId: link.id, clickId } as const;
    const landed = await Promise.all(Array.from({ length: 10 }, () => recordFunnelEvent(landing, test)));
    expect(landed.filter(Boolean)).toHaveLength(1);
    const initials = ["A", "B", null, "C", "D"];
    const claimed = await Promise.all(initials.map((initial) => claimClick({ clickId, link, initial }, test)));
    expect(claimed.filter(Boolean)).toHaveLength(1);
    const [claims, counts] = await test.db.transaction("read", async (tx) => [
      await listClaims(tx, [clickId, newId("clk")]),
      await countEvents(tx, [link.id]),
    ] as const);
    expect(claims).toMatchObject([{ clickId, initial: initials[claimed.indexOf(true)] }]);
    expect(counts.get(link.id)).toEqual({ claimed: 1, shared: 0 });
  });

  it("counts every press of a share button", async () => {
    const link = await aLink(test.db);
    const press = { kind: "share_pressed", championId: link.championId, linkId: link.id, channel: "sms" } as const;
    await recordFunnelEvent(press, test);
    await recordFunnelEvent(press, test);
    const counts = await test.db.transaction("read", (tx) => countEvents(tx, [link.id]));
    expect(counts.get(link.id)).toEqual({ claimed: 0, shared: 2 });
  });
});
