import type { BusinessCalendar } from "./business-calendar";

const DAY = 86_400_000;
const WORKDAYS = ["mon", "tue", "wed", "thu", "fri"] as const;

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher), as a UTC midnight. */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Date.UTC(year, month - 1, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** The Dutch public holidays of a year on which offices are closed, as `YYYY-MM-DD`, in order. */
export function dutchHolidays(year: number): string[] {
  const easter = easterSunday(year);
  // King's Day moves to Saturday when the 27th of April is a Sunday.
  const kingsDay = Date.UTC(year, 3, 27);
  const days = [
    Date.UTC(year, 0, 1),
    easter + DAY,
    new Date(kingsDay).getUTCDay() === 0 ? kingsDay - DAY : kingsDay,
    easter + 39 * DAY,
    easter + 50 * DAY,
    Date.UTC(year, 11, 25),
    Date.UTC(year, 11, 26),
  ];
  return [...new Set(days)].sort((a, b) => a - b).map((at) => new Date(at).toISOString().slice(0, 10));
}

/** Dutch office hours, Monday to Friday 9 to 17, with the holidays of this year and the next two (W21). */
export function dutchOfficeCalendar(now: Date): BusinessCalendar {
  const year = now.getUTCFullYear();
  return {
    zone: "Europe/Amsterdam",
    days: Object.fromEntries(WORKDAYS.map((day) => [day, [["09:00", "17:00"]]])),
    holidays: [year, year + 1, year + 2].flatMap(dutchHolidays),
  };
}
