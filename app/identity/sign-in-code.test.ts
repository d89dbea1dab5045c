import { describe, expect, it } from "vitest";
import { CODE_TRIES, judgeCode, readTypedCode } from "./sign-in-code";

const at = (time: string) => new Date(`2026-11-02T${time}Z`);
const open = { attempts: 0, expiresAt: at("09:10:00"), consumedAt: null };

describe("whether a code may be tried", () => {
  it.each([
    ["fresh", open, at("09:00:00"), "open"],
    ["in its last second", open, at("09:09:59"), "open"],
    ["in its last millisecond", open, at("09:09:59.999"), "open"],
    ["at the moment it ends", open, at("09:10:00"), "expired"],
    ["a second later", open, at("09:10:01"), "expired"],
    ["before the last try", { ...open, attempts: CODE_TRIES - 1 }, at("09:00:00"), "open"],
    ["after the last try", { ...open, attempts: CODE_TRIES }, at("09:00:00"), "used_up"],
    ["used before", { ...open, consumedAt: at("09:01:00") }, at("09:02:00"), "consumed"],
  ] as const)("%s", (_title, code, now, expected) => {
    expect(judgeCode(code, now)).toBe(expected);
  });
});

describe("what a person types as a code", () => {
  it.each([
    ["12345678", "12345678"],
    [" 1234 5678 ", "12345678"],
    ["1234-5678", "12345678"],
    ["１２３４５６７８", "12345678"],
    ["1234567", null],
    ["123456789", null],
    ["1234567a", null],
    ["", null],
  ])("%j -> %j", (typed, code) => {
    expect(readTypedCode(typed)).toBe(code);
  });
});
