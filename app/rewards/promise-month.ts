import { localDay, startOfDay } from "~/programs/business-calendar";

export interface PromiseMonth {
  /** `YYYY-MM` */
  name: string;
  from: Date;
  /** Where the next one begins. */
  to: Date;
}

/** The month of a moment in a zone, and the one before. */
export function monthsAt(now: Date, zone: string): [PromiseMonth, PromiseMonth] {
  const [year = 0, month = 1] = localDay(zone, now).split("-").map(Number);
  return [monthOf(year, month, zone), monthOf(year, month - 1, zone)];
}

function monthOf(year: number, month: number, zone: string): PromiseMonth {
  const first = (ahead: number) => new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 10);
  return { name: first(0).slice(0, 7), from: startOfDay(zone, first(0)), to: startOfDay(zone, first(1)) };
}
