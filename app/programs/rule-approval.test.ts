import { describe, expect, test } from "vitest";
import { approvalOf } from "./rule-approval";

describe("how what a rule gives is approved (W11)", () => {
  test.each([
    ["as the program, which waits", "hold_end", 30, null, { approval: "hold_end", holdDays: 30 }],
    ["as the program, where a person decides", "manual", 14, null, { approval: "manual", holdDays: 14 }],
    ["by a person, after the program's wait", "hold_end", 30, "manual", { approval: "manual", holdDays: 30 }],
    ["by itself, in a program where a person decides the rest", "manual", 7, "hold_end", { approval: "hold_end", holdDays: 7 }],
    ["at once, without the wait of the others", "hold_end", 30, "immediate", { approval: "immediate", holdDays: 0 }],
    ["by a person, in a program that waits for nothing", "immediate", 0, "manual", { approval: "manual", holdDays: 0 }],
  ] as const)("%s", (_how, approval, holdDays, own, expected) => {
    expect(approvalOf({ approval, holdDays }, { approval: own })).toEqual(expected);
  });
});
