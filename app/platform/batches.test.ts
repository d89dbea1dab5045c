import { describe, expect, it } from "vitest";
import { Batches } from "./batches.server";

/** A writer that refuses a batch with a thirteen in it. */
function aWriter(atMost?: number) {
  const written: number[][] = [];
  const refused: number[][] = [];
  const write = async (items: number[]) => {
    await Promise.resolve();
    if (items.includes(13)) throw new Error("refused");
    written.push(items);
  };
  return { batches: new Batches<number>(write, (_error, items) => refused.push(items), 0, atMost), written, refused };
}

describe("writing in batches", () => {
  it("writes together what came together, and later ones after that", async () => {
    const { batches, written } = aWriter();
    for (const n of [1, 2, 3]) batches.add(n);
    await batches.settled();
    batches.add(4);
    await batches.settled();
    expect(written).toEqual([[1, 2, 3], [4]]);
  });

  it("tells of a batch that failed, and goes on with the next", async () => {
    const { batches, written, refused } = aWriter(2);
    for (const n of [1, 12, 13, 4, 5]) batches.add(n);
    await batches.settled();
    expect([written, refused]).toEqual([[[1, 12], [5]], [[13, 4]]]);
  });

  it("has nothing to wait for when nothing came", async () => {
    await expect(aWriter().batches.settled()).resolves.toBeUndefined();
  });
});
