import { expect, it } from "vitest";
import { monthsAt } from "./promise-month";

it("are the month of the zone's calendar and the one before, over the turn of a year and of the clock", () => {
  expect(monthsAt(new Date("2026-12-31T23:30:00Z"), "Europe/Amsterdam")).toEqual([
    { name: "2027-01", from: new Date("2026-12-31T23:00:00Z"), to: new Date("2027-01-31T23:00:00Z") },
    { name: "2026-12", from: new Date("2026-11-30T23:00:00Z"), to: new Date("2026-12-31T23:00:00Z") },
  ]);
  expect(monthsAt(new Date("2026-10-05T12:00:00Z"), "Europe/Amsterdam")[0]).toEqual({
    name: "2026-10", from: new Date("2026-09-30T22:00:00Z"), to: new Date("2026-10-31T23:00:00Z"),
  });
});
