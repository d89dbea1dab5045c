import { describe, expect, it } from "vitest";
import { MAX_ITEMS, readItems, writeItem } from "./decision-items";

const id = (n: number) => `rwd_${String(n).padStart(26, "0")}`;

describe("readItems", () => {
  it("reads what writeItem wrote", () => {
    const items = [
      { rewardId: id(1), version: 3 },
      { rewardId: id(2), version: 12 },
    ];
    expect(readItems(items.map(writeItem))).toEqual(items);
  });

  it.each([
    "",
    "rwd_1:1",
    `${id(1)}`,
    `${id(1)}:`,
    `${id(1)}:-1`,
    `${id(1)}:1e3`,
    `${id(1)}:1:1`,
    `psn${id(1)}:1`,
    `${id(1).toUpperCase()}:1`,
  ])("leaves out %o", (text) => {
    expect(readItems([text])).toEqual([]);
  });

  it("takes each once and no more than a page holds", () => {
    expect(readItems([`${id(1)}:1`, `${id(1)}:2`])).toEqual([{ rewardId: id(1), version: 1 }]);
    expect(readItems(Array.from({ length: 80 }, (_, i) => `${id(i)}:1`))).toHaveLength(MAX_ITEMS);
  });
});
