import { describe, expect, it } from "vitest";
import { addClaimed, readClaimed, writeClaimed } from "./claimed-tokens";

describe("the list of claimed tokens (A5)", () => {
  it("keeps the order of the claims and each claim once", () => {
    const list = ["a", "b", "a", "c"].reduce<string[]>(addClaimed, []);
    expect(readClaimed(writeClaimed(list))).toEqual(["a", "b", "c"]);
  });

  it("holds ten: the first, which can win by first touch, and the latest nine", () => {
    const list = Array.from({ length: 14 }, (_, n) => `t${n}`).reduce<string[]>(addClaimed, []);
    expect(list).toEqual(["t0", "t5", "t6", "t7", "t8", "t9", "t10", "t11", "t12", "t13"]);
  });

  it("fits one cookie even when full", () => {
    expect(writeClaimed(Array.from({ length: 10 }, () => "x".repeat(200))).length).toBeLessThan(4000);
  });

  it("leaves out what cannot be a token", () => {
    expect(readClaimed(undefined)).toEqual([]);
    expect(readClaimed("")).toEqual([]);
    expect(readClaimed("ok.<b>.a b..%00.fine")).toEqual(["ok", "fine"]);
    expect(readClaimed(`${"y".repeat(201)}.ok`)).toEqual(["ok"]);
    expect(readClaimed("a.".repeat(5000))).toHaveLength(10);
  });
});
