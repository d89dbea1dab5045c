import { expect, it } from "vitest";
import { tagFigures } from "./tag-figures";

const count = (tag: string, n: number) => ({ tag, count: n });

it("tells the most visited sub-tags first, with their claims and orders", () => {
  expect(tagFigures({ visits: [count("shop", 2), count("letter", 5), count("bag", 2)], claims: [count("letter", 2)], orders: [count("letter", 1)] })).toEqual([
    { tag: "letter", visits: 5, claims: 2, orders: 1 }, { tag: "bag", visits: 2, claims: 0, orders: 0 }, { tag: "shop", visits: 2, claims: 0, orders: 0 },
  ]);
});

it("tells in one row what is beyond ten or has no visits of its own", () => {
  const many = Array.from({ length: 12 }, (_, n) => count(`t${n}`, 20 - n));
  const figures = tagFigures({ visits: [...many, count("other", 3)], claims: [count("t11", 1), count("late", 2)], orders: [count("late", 1)] });
  expect(figures).toHaveLength(11);
  expect(figures.at(-1)).toEqual({ tag: "other", visits: 3 + 10 + 9, claims: 3, orders: 1 });
});

it("tells nothing of a link without sub-tags", () => expect(tagFigures({ visits: [], claims: [], orders: [] })).toEqual([]));
