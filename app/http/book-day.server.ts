import { systemClock } from "~/platform/deps.server";
import { readLocalDay } from "~/platform/local-day";
import { DEFAULT_ZONE } from "~/ui/format";

/** The day of the book an address asks for; today where it names none that makes sense. */
export function bookDayOf(search: URLSearchParams): { day: string; zone: string } {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: DEFAULT_ZONE }).format(systemClock.now());
  return { day: readLocalDay(search.get("day")) ?? today, zone: DEFAULT_ZONE };
}
