import { expect, it } from "vitest";
import { dutchOfficeCalendar } from "~/programs/dutch-calendar";
import { laterHour, SOON_MS, standingOf } from "./promise";

const calendar = dutchOfficeCalendar(new Date("2026-11-01T00:00:00Z"));
const at = (time: string) => new Date(time);

it("marks what is promised within a day, and what was promised before now", () => {
  const now = at("2026-11-02T12:00:00Z");
  expect(standingOf(now, now)).toBe("late");
  expect(standingOf(new Date(now.getTime() + 1), now)).toBe("soon");
  expect(standingOf(new Date(now.getTime() + SOON_MS), now)).toBe("soon");
  expect(standingOf(new Date(now.getTime() + SOON_MS + 1), now)).toBe("in_time");
});

it("moves an hour two business days on, from now when it has passed (W21)", () => {
  const monday = at("2026-11-02T16:00:00Z");
  expect(laterHour(calendar, monday, at("2026-11-02T15:00:00Z"))).toEqual(at("2026-11-04T16:00:00Z"));
  expect(laterHour(calendar, monday, at("2026-11-06T09:00:00Z"))).toEqual(at("2026-11-10T16:00:00Z"));
});
