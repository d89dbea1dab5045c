export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A calendar that is closed for longer than this is a mistake, not a holiday. */
const LOOK_AHEAD_DAYS = 1_000;

/** Zone, opening hours in local time and closed dates of a program: behind every promised time (W21). */
export type BusinessCalendar = {
  zone: string;
  days: Partial<Record<Weekday, [string, string][]>>;
  /** `YYYY-MM-DD` */
  holidays: string[];
};

/** Whether this machine knows the time zone. */
export function isZone(zone: string): boolean {
  try {
    return (
      zone.length > 0 && new Intl.DateTimeFormat("en", { timeZone: zone }) instanceof Intl.DateTimeFormat
    );
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** No zone has changed its clock within a quarter of an hour since 1972, and the promises of one hour ask for few of them. */
const QUARTER = 15 * MINUTE;
const MAX_OFFSETS = 2_000;
const known = new Map<string, number>();

/** The wall clock of a zone at an instant, written as if it were UTC, in milliseconds. */
function wallClock(zone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER) * QUARTER;
  const key = `${zone} ${quarter}`;
  let offset = known.get(key);
  if (offset === undefined) {
    offset = wallClockOf(zone, quarter) - quarter;
    if (known.size === MAX_OFFSETS) known.clear();
    known.set(key, offset);
  }
  return at + offset;
}

function wallClockOf(zone: string, at: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, format);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = value;
  return Date.UTC(+part.year!, +part.month! - 1, +part.day!, +part.hour!, +part.minute!, +part.second!);
}

/** The instant at which a zone's wall clock shows a date and time; in a gap (DST) the same span later. */
function instantOf(zone: string, date: string, minutes: number): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE;
  const offsets = [wall - DAY, wall + DAY].map((around) => wallClock(zone, around) - around);
  const [before = 0] = offsets;
  const shown = offsets.map((offset) => wall - offset).filter((at) => wallClock(zone, at) === wall);
  // Shown twice when the clock goes back: the first one. Never shown when it goes forward: counted from before.
  return shown.length > 0 ? Math.min(...shown) : wall - before;
}

/** The day, `YYYY-MM-DD`, that a zone's calendar shows at an instant. */
export function localDay(zone: string, at: Date): string {
  return isoDateOf(wallClock(zone, at.getTime()));
}

/** The instant at which a day, `YYYY-MM-DD`, begins in a zone. */
export function startOfDay(zone: string, day: string): Date {
  return new Date(instantOf(zone, day, 0));
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function isoDateOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

function hoursOn(calendar: BusinessCalendar, date: string): [string, string][] {
  if (calendar.holidays.includes(date)) return [];
  // getUTCDay counts from Sunday, the calendar from Monday.
  const weekday = WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]!;
  return calendar.days[weekday] ?? [];
}

/** The closing time of the first open day, from a date on, for which `wanted` says yes. */
function firstClose(calendar: BusinessCalendar, from: string, wanted: (close: number) => boolean): Date {
  let date = from;
  for (let i = 0; i < LOOK_AHEAD_DAYS; i++, date = isoDateOf(Date.parse(`${date}T00:00:00Z`) + DAY)) {
    const last = hoursOn(calendar, date).at(-1);
    if (!last) continue;
    const close = instantOf(calendar.zone, date, minutesOf(last[1]));
    if (wanted(close)) return new Date(close);
  }
  throw new RangeError(`calendar is closed for ${LOOK_AHEAD_DAYS} days from ${from}`);
}

/** Whether somebody is at work then: from the opening minute up to, not including, the closing minute. */
export function isOpen(calendar: BusinessCalendar, at: Date): boolean {
  const wall = wallClock(calendar.zone, at.getTime());
  const time = new Date(wall).toISOString().slice(11, 16);
  return hoursOn(calendar, isoDateOf(wall)).some(([from, to]) => from <= time && time < to);
}

/** W21, S5: rounds a moment up to the next end of a business day; a closing time stays as it is. */
export function endOfBusinessDay(calendar: BusinessCalendar, at: Date): Date {
  return firstClose(
    calendar,
    isoDateOf(wallClock(calendar.zone, at.getTime())),
    (close) => close >= at.getTime(),
  );
}

/**
 * W21: the end of the n-th business day after the local day of `from`; that day itself never counts, so a promise
 * made at any hour of Friday "in one business day" is Monday's close. 0 is `endOfBusinessDay`.
 */
export function addBusinessDays(calendar: BusinessCalendar, from: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 0) throw new RangeError("days must be a whole number, 0 or more");
  if (days === 0) return endOfBusinessDay(calendar, from);
  const today = Date.parse(`${isoDateOf(wallClock(calendar.zone, from.getTime()))}T00:00:00Z`);
  let left = days;
  return firstClose(calendar, isoDateOf(today + DAY), () => --left === 0);
}
