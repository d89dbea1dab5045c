import { describe, expect, it } from "vitest";
import { judgeStaffChange, type StaffRole, type StaffStanding } from "./staff";

const member = (personId: string, roles: StaffRole[], disabled = false): StaffStanding => ({ personId, roles, disabled });
const olga = member("olga", ["owner"]);
const omar = member("omar", ["owner", "finance"]);
const anne = member("anne", ["approver"]);
const gone = member("gone", ["owner"], true);

describe("who may change whom", () => {
  it.each([
    ["an owner gives a role", "olga", anne, ["approver", "finance"], [olga, anne], null],
    ["an owner takes the desk from somebody", "olga", anne, null, [olga, anne], null],
    ["an owner makes another owner", "olga", anne, ["owner"], [olga, anne], null],
    ["an owner takes ownership from another owner", "olga", omar, ["finance"], [olga, omar], null],
    ["an owner adds a role to herself", "olga", olga, ["owner", "finance"], [olga], null],
    ["nobody is left without a role", "olga", anne, [], [olga, anne], "no_role"],
    ["the last owner stays owner", "olga", olga, ["finance"], [olga, anne], "last_owner"],
    ["the last owner keeps the desk", "anne", olga, null, [olga, anne], "last_owner"],
    ["a disabled owner does not count as one left", "olga", olga, ["finance"], [olga, gone], "last_owner"],
    ["an owner does not step down alone", "olga", olga, ["finance"], [olga, omar], "own_access"],
    ["an owner does not lock herself out", "olga", olga, null, [olga, omar], "own_access"],
    ["nobody locks themselves out", "anne", anne, null, [olga, anne], "own_access"],
    ["a command on the server may take ownership from one of two", null, omar, ["finance"], [olga, omar], null],
    ["a command on the server leaves an owner too", null, olga, null, [olga], "last_owner"],
    ["a disabled owner may be changed", "olga", gone, ["finance"], [olga, gone], null],
  ] as const)("%s", (_title, actor, target, roles, all, expected) => {
    expect(judgeStaffChange(actor, target, roles as StaffRole[] | null, all)).toBe(expected);
  });
});
