import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Click } from "./click";
import { ClickSpill } from "./click-spill.server";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vouch-spill-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const click = (id: string): Click => ({
  id, occurredAt: new Date("2026-11-05T09:00:00.123Z"), linkId: "lnk_1", programId: "prg_1", uncountedBecause: null, device: "phone",
  language: "nl", country: "unknown", referrerHost: null, channel: "sms", tag: "letter", networkHash: "n", formerNetworkHash: null,
  agentHash: null,
});
const clicks = (...ids: string[]) => ids.map(click);

/** Replays into a list; `fail` names the click that cannot be written yet. */
async function replayed(spill: ClickSpill, fail?: string) {
  const written: Click[] = [];
  const write = async (part: Click[]) => {
    if (part.some(({ id }) => id === fail)) throw new Error("away");
    written.push(...part);
  };
  const count = await spill.replay(write).catch(() => -1);
  return { count, written, ids: written.map(({ id }) => id).sort() };
}

describe("clicks kept while the database is away (G12)", () => {
  it("come back as they were, once", async () => {
    const spill = new ClickSpill(join(folder, "made", "later"));
    await Promise.all([spill.keep(clicks("clk_1")), spill.keep(clicks("clk_2", "clk_3"))]);
    expect(await replayed(spill)).toMatchObject({ count: 3, written: clicks("clk_1", "clk_2", "clk_3") });
    expect(await replayed(spill)).toMatchObject({ count: 0, written: [] });
  });

  it("come part by part, however many there are", async () => {
    const spill = new ClickSpill(folder);
    const many = Array.from({ length: 2_500 }, (_, n) => click(`clk_${n}`));
    await spill.keep(many);
    const parts: number[] = [];
    expect(await spill.replay(async (part) => parts.push(part.length))).toBe(2_500);
    expect(parts).toEqual([1_000, 1_000, 500]);
  });

  it("wait whole when one cannot be written yet, beside what comes meanwhile", async () => {
    const spill = new ClickSpill(folder);
    await spill.keep(clicks("clk_1", "clk_2"));
    expect((await replayed(spill, "clk_2")).count).toBe(-1);
    await spill.keep(clicks("clk_3"));
    expect((await replayed(spill)).ids).toEqual(["clk_1", "clk_2", "clk_3"]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("are lost to no other process that replays the same folder at any moment", async () => {
    const [one, other] = [new ClickSpill(folder), new ClickSpill(folder)];
    const kept: string[] = [];
    const written = new Set<string>();
    const write = async (part: Click[]) => part.forEach(({ id }) => written.add(id));
    for (let n = 0; n < 100; n++) {
      await Promise.all([one.keep(clicks(`clk_${n}`)), other.replay(write)]);
      kept.push(`clk_${n}`);
    }
    await Promise.all([one.replay(write), other.replay(write)]);
    expect(kept.filter((id) => !written.has(id))).toEqual([]);
  });

  it("outlive the process that kept them, also when it was killed while replaying or writing a line", async () => {
    const killed = new ClickSpill(folder);
    await killed.keep(clicks("clk_1"));
    await replayed(killed, "clk_1");
    await killed.keep(clicks("clk_2"));
    for (const file of readdirSync(folder)) appendFileSync(join(folder, file), '{"id":"clk_3","occur');
    expect((await replayed(new ClickSpill(folder))).ids).toEqual(["clk_1", "clk_2"]);
  });

  it("go to a new file after a write that failed half-way, so that one torn line spoils no other", async () => {
    const names = ["torn.ndjson", "next.ndjson"];
    const spill = new ClickSpill(folder, { nameOfFile: () => names[0] ?? "" });
    mkdirSync(join(folder, "torn.ndjson"));
    await expect(spill.keep(clicks("clk_1"))).rejects.toThrow("EISDIR");
    rmdirSync(join(folder, "torn.ndjson"));
    writeFileSync(join(folder, "torn.ndjson"), '{"id":"clk_1","occ');
    names.shift();
    await spill.keep(clicks("clk_2"));
    expect((await replayed(spill)).ids).toEqual(["clk_2"]);
  });

  it("are lost alone when the disk runs full: one file, no half line, and what fitted is whole", async () => {
    // A process whose files may not grow beyond some kilobytes gets half a line written, as on a full disk.
    const script = `
      import { ClickSpill } from ${JSON.stringify(join(import.meta.dirname, "click-spill.server.ts"))};
      const spill = new ClickSpill(${JSON.stringify(folder)});
      const kept = [];
      for (let n = 0; n < 60; n++) {
        const click = { ...${JSON.stringify(click(""))}, id: "clk_" + n, tag: n === 50 ? null : "t".repeat(n) };
        await spill.keep([click]).then(() => kept.push(click.id), () => undefined);
      }
      console.log(JSON.stringify(kept));`;
    const limited = ["-c", 'ulimit -f 16 && exec "$@"', "sh", process.execPath, "--import", "tsx", "--input-type=module", "--eval", script];
    const told = execFileSync("sh", limited, { encoding: "utf8", env: { ...process.env, TSX_DISABLE_CACHE: "1", LOG_LEVEL: "silent" } });
    const kept = JSON.parse(told) as string[];
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.length).toBeLessThan(60);
    expect(readdirSync(folder)).toHaveLength(1);
    expect((await replayed(new ClickSpill(folder))).ids).toEqual(kept.toSorted());
  });

  it("are refused beyond as many as may wait, until those are written", async () => {
    const spill = new ClickSpill(folder, { atMostBytes: 1_000 });
    await spill.keep(clicks("clk_1"));
    await expect(spill.keep(clicks("clk_2", "clk_3", "clk_4"))).rejects.toThrow("as many");
    await replayed(spill);
    await spill.keep(clicks("clk_5"));
    expect((await replayed(spill)).ids).toEqual(["clk_5"]);
  });
});
