import { expect, it } from "vitest";
import { BoundedMap } from "./bounded-map";

it("forgets what it holds longest when it is full", () => {
  const map = new BoundedMap<string, number>(2).set("a", 1).set("b", 2).set("a", 3);
  expect([...map]).toEqual([["a", 3], ["b", 2]]);
  map.set("c", 4);
  expect([...map]).toEqual([["b", 2], ["c", 4]]);
});

it("grows no further, however much comes", () => {
  const map = new BoundedMap<number, number>(10);
  for (let n = 0; n < 1_000; n++) map.set(n, n);
  expect([...map.keys()]).toEqual([990, 991, 992, 993, 994, 995, 996, 997, 998, 999]);
});
