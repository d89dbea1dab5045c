import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ClickSpill } from "./click-spill.server";
import type { NewClick } from "./click-store.server";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vouch-spill-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const click = (id: string): NewClick => ({
  id, occurredAt: new Date("2026-11-05T09:00:00.123Z"), linkId: "lnk_1", programId: "prg_1", uncountedBecause: null, device: "phone",
  language: "nl", country: "unknown", referrerHost: null, channel: "sms", networkHash: "n", formerNetworkHash: null, agentHash: null,
});

/** Replays into a list; `fail` names the click that cannot be written yet. */
async function replayed(spill: ClickSpill, fail?: string) {
  const written: NewClick[] = [];
  const write = async (each: NewClick) => {
    if (each.id === fail) throw new Error("away");
    written.push(each);
  };
  return { count: await spill.replay(write).catch(() => -1), written };
}

describe("clicks kept while the database is away (G12)", () => {
  it("come back as they were, once", async () => {
    const spill = new ClickSpill(join(folder, "made", "later"));
    await Promise.all(["clk_1", "clk_2"].map((id) => spill.keep(click(id))));
    expect(await replayed(spill)).toEqual({ count: 2, written: [click("clk_1"), click("clk_2")] });
    expect(await replayed(spill)).toEqual({ count: 0, written: [] });
  });

  it("wait whole when one cannot be written yet, beside what comes meanwhile", async () => {
    const spill = new ClickSpill(folder);
    await spill.keep(click("clk_1"));
    await spill.keep(click("clk_2"));
    expect((await replayed(spill, "clk_2")).count).toBe(-1);
    await spill.keep(click("clk_3"));
    const { written } = await replayed(spill);
    expect(written.map(({ id }) => id).sort()).toEqual(["clk_1", "clk_2", "clk_3"]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("go to a new file after a write that failed half-way, so that one torn line spoils no other", async () => {
    const spill = new ClickSpill(folder);
    await spill.keep(click("clk_1"));
    const [name = ""] = readdirSync(folder);
    renameSync(join(folder, name), join(folder, "torn.ndjson"));
    appendFileSync(join(folder, "torn.ndjson"), '{"id":"clk_2","occ');
    mkdirSync(join(folder, name));
    await expect(spill.keep(click("clk_2"))).rejects.toThrow("EISDIR");
    rmSync(join(folder, name), { recursive: true });
    await spill.keep(click("clk_3"));
    expect(readdirSync(folder)).not.toContain(name);
    expect((await replayed(spill)).written.map(({ id }) => id).sort()).toEqual(["clk_1", "clk_3"]);
  });

  it("outlive the process that kept them, also when it was killed while replaying or writing a line", async () => {
    const killed = new ClickSpill(folder);
    await killed.keep(click("clk_1"));
    await replayed(killed, "clk_1");
    await killed.keep(click("clk_2"));
    for (const file of readdirSync(folder)) appendFileSync(join(folder, file), '{"id":"clk_3","occur');
    const { written } = await replayed(new ClickSpill(folder));
    expect(written.map(({ id }) => id).sort()).toEqual(["clk_1", "clk_2"]);
  });
});
