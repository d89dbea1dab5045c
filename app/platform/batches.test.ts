import { describe, expect, it } from "vitest";
import { Batches } from "./batches.server";

/** A writer whose batches wait until they are let through. */
function aWriter(atMost?: number) {
  const written: number[][] = [];
  const gates: (() => void)[] = [];
  const batches = new Batches<number>(async (items) => {
    await new Promise<void>((go) => gates.push(go));
    if (items.includes(13)) throw new Error("refused");
    written.push(items);
  }, atMost);
  return { batches, written, gates };
}

describe("writing in batches", () => {
  it("lets a lone one go at once, and those that come meanwhile together", async () => {
    const { batches, written, gates } = aWriter();
    const all = [1, 2, 3].map((n) => batches.add(n));
    expect(gates).toHaveLength(1);
    gates[0]?.();
    await all[0];
    expect(gates).toHaveLength(2);
    gates[1]?.();
    await Promise.all(all);
    expect(written).toEqual([[1], [2, 3]]);
  });

  it("tells each of a batch that it failed, and goes on with the next", async () => {
    const { batches, written, gates } = aWriter(2);
    const all = [1, 12, 13, 4].map((n) => batches.add(n));
    const settled = Promise.allSettled(all);
    while (written.length < 2) {
      gates.shift()?.();
      await Promise.resolve();
    }
    expect((await settled).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
    expect(written).toEqual([[1], [4]]);
  });
});
