import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addBusinessDays, endOfBusinessDay, isOpen, type BusinessCalendar } from "./business-calendar";
import { businessCalendarSchema } from "./business-calendar-schema";
import { dutchHolidays, dutchOfficeCalendar } from "./dutch-calendar";

const office = dutchOfficeCalendar(new Date("2026-01-01T00:00:00Z"));
const at = (iso: string) => new Date(iso);

describe("the end of a business day (W21, S5)", () => {
  test.each([
    ["in office hours", "2026-11-24T10:00:00Z", "2026-11-24T16:00:00Z"],
    ["at night", "2026-11-24T02:00:00Z", "2026-11-24T16:00:00Z"],
    ["exactly at the close", "2026-11-24T16:00:00Z", "2026-11-24T16:00:00Z"],
    ["a millisecond later", "2026-11-24T16:00:00.001Z", "2026-11-25T16:00:00Z"],
    ["on Friday evening", "2026-11-27T18:00:00Z", "2026-11-30T16:00:00Z"],
    ["before Christmas, over a weekend", "2026-12-24T17:00:00Z", "2026-12-28T16:00:00Z"],
    ["in summer time", "2026-07-01T10:00:00Z", "2026-07-01T15:00:00Z"],
    ["over the change to winter time", "2026-10-23T15:30:00Z", "2026-10-26T16:00:00Z"],
    ["over the change to summer time", "2026-03-27T16:30:00Z", "2026-03-30T15:00:00Z"],
    ["late on a UTC day that is already tomorrow here", "2026-11-23T23:30:00Z", "2026-11-24T16:00:00Z"],
  ])("%s", (_, from, to) => expect(endOfBusinessDay(office, at(from))).toEqual(at(to)));

  test("in a zone west of Greenwich the local day counts", () => {
    const newYork = { ...office, zone: "America/New_York", holidays: [] };
    expect(endOfBusinessDay(newYork, at("2026-11-24T01:00:00Z"))).toEqual(at("2026-11-24T22:00:00Z"));
    expect(endOfBusinessDay(newYork, at("2026-11-23T21:00:00Z"))).toEqual(at("2026-11-23T22:00:00Z"));
  });

  test("a lunch break does not end the day", () => {
    const broken: BusinessCalendar = {
      zone: "UTC",
      holidays: [],
      days: {
        mon: [
          ["09:00", "12:00"],
          ["13:00", "17:00"],
        ],
      },
    };
    expect(endOfBusinessDay(broken, at("2026-11-23T10:00:00Z"))).toEqual(at("2026-11-23T17:00:00Z"));
  });

  test("a close at midnight belongs to the day that ends", () => {
    const late: BusinessCalendar = {
      zone: "Europe/Amsterdam",
      holidays: [],
      days: { mon: [["18:00", "24:00"]] },
    };
    expect(endOfBusinessDay(late, at("2026-11-23T20:00:00Z"))).toEqual(at("2026-11-23T23:00:00Z"));
  });

  test.each([
    [
      "a close in the hour that is skipped is told an hour later",
      "2026-03-29T00:00:00Z",
      "2026-03-29T01:30:00Z",
    ],
    ["a close in the hour that comes twice is the first one", "2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z"],
  ])("%s", (_, from, to) => {
    const night: BusinessCalendar = {
      zone: "Europe/Amsterdam",
      holidays: [],
      days: { sun: [["01:00", "02:30"]] },
    };
    expect(endOfBusinessDay(night, at(from))).toEqual(at(to));
  });

  test("a calendar that never opens again is named, not searched for ever", () => {
    const holidays = Array.from({ length: 1_100 }, (_, i) =>
      new Date(Date.UTC(2026, 0, 1) + i * 86_400_000).toISOString().slice(0, 10),
    );
    expect(() => endOfBusinessDay({ ...office, holidays }, at("2026-01-01T00:00:00Z"))).toThrow(RangeError);
  });
});

describe("business days later", () => {
  test.each([
    ["one from Monday morning", "2026-11-23T08:00:00Z", 1, "2026-11-24T16:00:00Z"],
    ["one from Monday evening", "2026-11-23T20:00:00Z", 1, "2026-11-24T16:00:00Z"],
    ["one from Friday", "2026-11-27T10:00:00Z", 1, "2026-11-30T16:00:00Z"],
    ["one from Saturday", "2026-11-28T10:00:00Z", 1, "2026-11-30T16:00:00Z"],
    ["five: an appeal's answer (W18)", "2026-11-23T10:00:00Z", 5, "2026-11-30T16:00:00Z"],
    ["two over Christmas", "2026-12-23T10:00:00Z", 2, "2026-12-28T16:00:00Z"],
    ["none is the end of this one", "2026-11-23T10:00:00Z", 0, "2026-11-23T16:00:00Z"],
  ])("%s", (_, from, days, to) => expect(addBusinessDays(office, at(from), days)).toEqual(at(to)));

  test.each([-1, 0.5, Number.NaN])("%d days is refused", (days) => {
    expect(() => addBusinessDays(office, at("2026-11-23T10:00:00Z"), days)).toThrow(RangeError);
  });
});

describe("open", () => {
  test.each([
    ["2026-11-24T07:59:59.999Z", false],
    ["2026-11-24T08:00:00Z", true],
    ["2026-11-24T15:59:59.999Z", true],
    ["2026-11-24T16:00:00Z", false],
    ["2026-11-28T10:00:00Z", false],
    ["2026-12-25T10:00:00Z", false],
  ])("%s is %s", (when, open) => expect(isOpen(office, at(when))).toBe(open));
});

const zones = [
  "Europe/Amsterdam",
  "America/New_York",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Pacific/Auckland",
  "UTC",
];
const hour = (h: number) => `${String(h).padStart(2, "0")}:00`;
// Opening hours clear of the small hours in which clocks change, so that every close exists exactly once.
const day = fc
  .tuple(fc.integer({ min: 6, max: 12 }), fc.integer({ min: 13, max: 22 }))
  .map(([from, to]): [string, string][] => [[hour(from), hour(to)]]);
const calendars: fc.Arbitrary<BusinessCalendar> = fc.record({
  zone: fc.constantFrom(...zones),
  days: fc
    .record({ tue: day })
    .chain((fixed) =>
      fc
        .record({ mon: day, wed: day, thu: day, fri: day, sat: day, sun: day }, { requiredKeys: [] })
        .map((others) => ({ ...fixed, ...others })),
    ),
  holidays: fc
    .array(fc.integer({ min: 0, max: 364 }), { maxLength: 20 })
    .map((days) => days.map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))),
});
const moments = fc.date({
  min: at("2026-01-01T00:00:00Z"),
  max: at("2026-12-31T23:59:59Z"),
  noInvalidDate: true,
});

describe("for every calendar and moment", () => {
  test("a promise is never before the moment it was made, and always a closing time", () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 0, max: 12 }), (calendar, from, days) => {
        const promised = addBusinessDays(calendar, from, days);
        expect(promised.getTime()).toBeGreaterThanOrEqual(from.getTime());
        expect(isOpen(calendar, new Date(promised.getTime() - 1))).toBe(true);
        expect(isOpen(calendar, promised)).toBe(false);
        expect(endOfBusinessDay(calendar, promised)).toEqual(promised);
      }),
    );
  });

  test("waiting longer is never promised earlier", () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        moments,
        fc.integer({ min: 0, max: 6 }),
        (calendar, one, other, days) => {
          const [first, second] = one <= other ? [one, other] : [other, one];
          expect(addBusinessDays(calendar, first, days) <= addBusinessDays(calendar, second, days)).toBe(
            true,
          );
          expect(addBusinessDays(calendar, first, days) <= addBusinessDays(calendar, first, days + 1)).toBe(
            true,
          );
        },
      ),
    );
  });

  test("days add up", () => {
    const n = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(calendars, moments, n, n, (calendar, from, a, b) => {
        expect(addBusinessDays(calendar, addBusinessDays(calendar, from, a), b)).toEqual(
          addBusinessDays(calendar, from, a + b),
        );
      }),
    );
  });

  test("no closing time lies between a moment and its end of business day", () => {
    fc.assert(
      fc.property(calendars, moments, (calendar, from) => {
        const end = endOfBusinessDay(calendar, from).getTime();
        // Every close is on a whole hour of a zone with half-hour offsets at most; one open hour comes before it.
        for (let t = Math.ceil(from.getTime() / 1_800_000) * 1_800_000; t < end; t += 1_800_000) {
          expect(isOpen(calendar, new Date(t - 1)) && !isOpen(calendar, new Date(t))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("a stored calendar", () => {
  const valid = { zone: "Europe/Amsterdam", days: { mon: [["09:00", "17:00"]] }, holidays: ["2026-12-25"] };
  test("the default is valid", () => {
    expect(businessCalendarSchema.parse(JSON.parse(JSON.stringify(office)))).toEqual(office);
  });
  test.each<[string, object]>([
    ["an unknown zone", { ...valid, zone: "Europe/Atlantis" }],
    ["an empty zone", { ...valid, zone: "" }],
    ["never open", { ...valid, days: {} }],
    ["only empty days", { ...valid, days: { mon: [] } }],
    ["an unknown weekday", { ...valid, days: { ...valid.days, someday: [["09:00", "17:00"]] } }],
    ["a close before the opening", { ...valid, days: { mon: [["17:00", "09:00"]] } }],
    [
      "spans that overlap",
      {
        ...valid,
        days: {
          mon: [
            ["09:00", "13:00"],
            ["12:00", "17:00"],
          ],
        },
      },
    ],
    ["25 o'clock", { ...valid, days: { mon: [["09:00", "25:00"]] } }],
    ["a date that does not exist", { ...valid, holidays: ["2026-02-30"] }],
    ["a date in words", { ...valid, holidays: ["Christmas"] }],
    ["an unknown field", { ...valid, country: "NL" }],
  ])("refuses %s", (_, calendar) => expect(businessCalendarSchema.safeParse(calendar).success).toBe(false));
});

test.each([
  [2026, ["2026-01-01", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25", "2026-12-25", "2026-12-26"]],
  [2025, ["2025-01-01", "2025-04-21", "2025-04-26", "2025-05-29", "2025-06-09", "2025-12-25", "2025-12-26"]],
  [2038, ["2038-01-01", "2038-04-26", "2038-04-27", "2038-06-03", "2038-06-14", "2038-12-25", "2038-12-26"]],
])("Dutch holidays of %d", (year, days) => expect(dutchHolidays(year)).toEqual(days));
