import { endOfBusinessDay, type BusinessCalendar } from "~/programs/business-calendar";

/** From this local time on the staff's daily mail goes out. */
const DIGEST_TIME = "08:30";

/**
 * The local date (`2026-11-24`) whose daily mail is due now: on a business day, from half past eight until the desk
 * closes; null at any other time.
 */
export function digestDay(calendar: BusinessCalendar, now: Date): string | null {
  const here = localClock(calendar.zone, now);
  if (here.time < DIGEST_TIME) return null;
  const close = localClock(calendar.zone, endOfBusinessDay(calendar, now));
  return close.date === here.date ? here.date : null;
}

function localClock(zone: string, at: Date): { date: string; time: string } {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });
  for (const { type, value } of format.formatToParts(at)) part[type] = value;
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}
