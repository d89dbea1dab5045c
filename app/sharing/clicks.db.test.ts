import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { aLink } from "~/testing/builders/sharing";
import { testDatabase, testRecorder, type TestDatabase } from "~/testing/test-database";
import { claimClick } from "./claim-click.server";
import type { ClickRecorder } from "./click-recorder.server";
import { countEvents, listClaims } from "./funnel-store.server";
import { noteClick } from "./note-click.server";
import { recordFunnelEvent } from "./record-funnel-event.server";
import type { Visit } from "./visit.server";
import { withClient } from "../../scripts/database-cluster";

let test: TestDatabase;
/** What another process on the same database has. */
let second: ClickRecorder;
beforeAll(async () => {
  test = await testDatabase();
  second = aRecorder();
});

/** A recorder like that of a process that was started just now. */
function aRecorder(): ClickRecorder {
  const recorder = testRecorder(test.urls.app);
  closing.push(() => recorder.close());
  return recorder;
}
const closing: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

const visit: Visit = {
  uncountedBecause: null, device: "phone", language: "nl", country: "unknown", referrerHost: null, channel: "whatsapp", tag: null,
};

let nextIp = 1;
const anotherIp = () => `10.0.${nextIp >> 8}.${nextIp++ & 255}`;

async function click(link: { id: string; programId: string }, ip = anotherIp(), seen: Partial<Visit> = {}, by = test.clicks) {
  const noted = noteClick({ link, visit: { ...visit, ...seen }, ip, userAgent: "Firefox" }, test.clock);
  await by.record(noted);
  return { clickId: noted.id };
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

describe("a click", () => {
  it("finds what its network did by that network, also when the tables of a new installation were seen empty", async () => {
    await withClient(test.urls.migrate, (client) => client.query("analyze clicks.click"));
    const first = testRecorder(test.urls.app);
    const link = await aLink(test.db);
    for (let n = 0; n < 40; n++) await click(link, `10.9.0.${n % 20}`, {}, first);
    // A connection tells what it read when it ends.
    await first.close();
    const { rows } = await test.db.pool.query<{ index: string; read: number }>(
      `select regexp_replace(indexrelname, '^click_[0-9_]+', '') as index, sum(idx_tup_read)::int as read
         from pg_stat_user_indexes where schemaname = 'clicks' and relname like 'click\\_2%' and idx_tup_read > 0 group by 1`,
    );
    expect(rows).toEqual([{ index: "network_hash_occurred_at_idx", read: expect.any(Number) }]);
  });

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

  it("counts to the limits over two processes, and after one began anew", async () => {
    const link = await aLink(test.db);
    const ip = anotherIp();
    const burst = (by: ClickRecorder[], n: number) =>
      Promise.all(Array.from({ length: n }, (_, i) => click(link, ip, {}, by[i % by.length])));
    await burst([test.clicks, second], 26);
    expect(await totalsOf(link.id)).toEqual({ counted: 20, uncounted: 6 });
    await burst([aRecorder(), second, test.clicks], 60);
    expect(await totalsOf(link.id)).toEqual({ counted: 20, uncounted: 40 });
    test.clock.advance({ hours: 1 });
    await burst([aRecorder(), test.clicks], 30);
    expect(await totalsOf(link.id)).toEqual({ counted: 40, uncounted: 50 });
  });

  it("has its limits at the moment it happened, wherever the clock jumps", async () => {
    const link = await aLink(test.db);
    const ip = anotherIp();
    const start = test.clock.now();
    for (let n = 0; n < 61; n++) await click(link, ip);
    expect(await totalsOf(link.id)).toEqual({ counted: 20, uncounted: 40 });
    test.clock.advance({ hours: -2 });
    await click(link, ip);
    expect(await totalsOf(link.id)).toEqual({ counted: 21, uncounted: 40 });
    test.clock.set(start);
    await click(link, ip);
    expect(await totalsOf(link.id)).toEqual({ counted: 21, uncounted: 40 });
    test.clock.advance({ days: 1 });
    await click(link, ip);
    expect(await totalsOf(link.id)).toEqual({ counted: 22, uncounted: 40 });
  });

  it("gives way in no circle when two processes write to the same links at once", async () => {
    const links = await Promise.all(Array.from({ length: 6 }, () => aLink(test.db)));
    const writing = Array.from({ length: 600 }, (_, n) =>
      click(links[n % 6]!, `10.9.${n % 200}.1`, { tag: n % 3 ? null : `t${n % 5}` }, n % 2 ? test.clicks : second),
    );
    await Promise.all(writing);
    const totals = await Promise.all(links.map(({ id }) => totalsOf(id)));
    expect(totals).toEqual(Array(6).fill({ counted: 100, uncounted: 0 }));
    expect([test.clicks.databaseIsAway, second.databaseIsAway]).toEqual([false, false]);
  });

  it("keeps its sub-tag, of which twenty a day have totals of their own (A5)", async () => {
    const link = await aLink(test.db);
    for (let n = 0; n < 25; n++) await click(link, anotherIp(), { tag: `letter-${n % 23}` });
    await Promise.all(Array.from({ length: 8 }, (_, n) => click(link, anotherIp(), { tag: `late-${n}` }, n % 2 ? test.clicks : second)));
    const { rows } = await test.db.pool.query("select tag, counted from clicks.daily_tag where link_id = $1 order by counted desc, tag", [link.id]);
    expect(rows).toHaveLength(21);
    expect(rows.slice(0, 3)).toEqual([{ tag: "other", counted: 11 }, { tag: "letter-0", counted: 2 }, { tag: "letter-1", counted: 2 }]);
    expect(await totalsOf(link.id)).toEqual({ counted: 33, uncounted: 0 });
  });

  it("is not written beyond sixty a minute from one network (A20)", async () => {
    const links = await Promise.all(Array.from({ length: 4 }, () => aLink(test.db)));
    const written = async () => (await Promise.all(links.map(({ id }) => rowsOf(id)))).flat().length;
    const ip = anotherIp();
    await Promise.all(Array.from({ length: 70 }, (_, n) => click(links[n % 4]!, ip)));
    expect(await written()).toBe(60);
    test.clock.advance({ minutes: 1 });
    await click(links[0]!, ip);
    expect(await written()).toBe(61);
  });

  it("is written once, however often and at however many places it is tried", async () => {
    const link = await aLink(test.db);
    const noted = noteClick({ link, visit, ip: anotherIp(), userAgent: "Firefox" }, test.clock);
    await Promise.all(Array.from({ length: 5 }, (_, n) => (n % 2 ? test.clicks : second).record(noted)));
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
