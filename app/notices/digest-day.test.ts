import { describe, expect, it } from "vitest";
import { dutchOfficeCalendar } from "~/programs/dutch-calendar";
import { digestDay } from "./digest-day";

const calendar = dutchOfficeCalendar(new Date("2026-11-24T09:00:00Z"));
const day = (at: string) => digestDay(calendar, new Date(at));

describe("the day of the staff's mail", () => {
  it.each([
    ["just before half past eight", "2026-11-24T07:29:59Z", null],
    ["at half past eight", "2026-11-24T07:30:00Z", "2026-11-24"],
    ["late in the day", "2026-11-24T15:59:00Z", "2026-11-24"],
    ["after closing", "2026-11-24T16:01:00Z", null],
    ["in the night before", "2026-11-24T00:10:00Z", null],
    ["in summer, an hour earlier by UTC", "2026-07-14T06:30:00Z", "2026-07-14"],
    ["on a Saturday", "2026-11-28T10:00:00Z", null],
    ["on Christmas Day", "2026-12-25T10:00:00Z", null],
  ])("%s", (_when, at, expected) => {
    expect(day(at)).toBe(expected);
  });

  it("is the desk's own day, wherever the desk is", () => {
    const tokyo = { ...calendar, zone: "Asia/Tokyo" };
    expect(digestDay(tokyo, new Date("2026-11-23T23:30:00Z"))).toBe("2026-11-24");
    expect(digestDay(tokyo, new Date("2026-11-24T07:30:00Z"))).toBe("2026-11-24");
    expect(digestDay(tokyo, new Date("2026-11-24T08:30:00Z"))).toBeNull();
  });
});
