import { formatMoney, type Money } from "~/platform/money";
import type { Locale } from "~/platform/locale";
import { intlTag } from "./translate";

/** The zone of times that belong to no program. */
export const DEFAULT_ZONE = "Europe/Amsterdam";

export interface Format {
  money(amount: Money): string;
  /** "Tue 24 Nov 17:00": what a promise says. */
  dateTime(at: Date, zone?: string): string;
  /** "Tue 24 Nov 2026 17:00": where it may be another year. */
  dateTimeOfYear(at: Date, zone?: string): string;
  /** "Tue 24 Nov 2026" */
  date(at: Date, zone?: string): string;
  /** "24 Nov": a mark on a time line, nowhere else. */
  shortDate(at: Date, zone?: string): string;
  /** "Tuesday 24 November 2026 at 17:00 (Europe/Amsterdam)": where no doubt may remain. */
  fullDateTime(at: Date, zone?: string): string;
  number(value: number | bigint, digits?: number): string;
  /** @param fraction 0.125 is shown as 12.5 % when `digits` is 1 */
  percent(fraction: number, digits?: number): string;
  list(items: string[]): string;
}

type DateParts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

/** Formats for one language; times without a zone of their own are told in `zone`. */
export function formatter(locale: Locale, zone: string = DEFAULT_ZONE): Format {
  const tag = intlTag(locale);

  // Servers and browsers put commas and dots in different places, so the parts are joined here: what the server
  // rendered is what the browser expects.
  function partsOf(at: Date, width: "short" | "long", timeZone: string): DateParts {
    const parts: DateParts = {};
    for (const { type, value } of dateFormat(tag, width, timeZone).formatToParts(at)) parts[type] = value;
    if (width === "short") parts.month = shortMonth(locale, parts.month ?? "");
    return parts;
  }

  return {
    money: (amount) => formatMoney(amount, tag),
    dateTime(at, timeZone = zone) {
      const p = partsOf(at, "short", timeZone);
      return `${p.weekday} ${p.day} ${p.month} ${p.hour}:${p.minute}`;
    },
    dateTimeOfYear(at, timeZone = zone) {
      const p = partsOf(at, "short", timeZone);
      return `${p.weekday} ${p.day} ${p.month} ${p.year} ${p.hour}:${p.minute}`;
    },
    date(at, timeZone = zone) {
      const p = partsOf(at, "short", timeZone);
      return `${p.weekday} ${p.day} ${p.month} ${p.year}`;
    },
    shortDate(at, timeZone = zone) {
      const p = partsOf(at, "short", timeZone);
      return `${p.day} ${p.month}`;
    },
    fullDateTime(at, timeZone = zone) {
      const p = partsOf(at, "long", timeZone);
      return `${p.weekday} ${p.day} ${p.month} ${p.year} ${p.hour}:${p.minute} (${timeZone})`;
    },
    number: (value, digits = 0) =>
      new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        value,
      ),
    percent: (fraction, digits = 0) =>
      new Intl.NumberFormat(tag, {
        style: "percent",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(fraction),
    list: (items) => new Intl.ListFormat(tag, { type: "conjunction" }).format(items),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Building a date format costs a hundred times more than using one. */
function dateFormat(tag: string, width: "short" | "long", timeZone: string): Intl.DateTimeFormat {
  const key = `${tag} ${width} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(tag, {
      weekday: width,
      day: "numeric",
      month: width,
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone,
    });
    formats.set(key, format);
  }
  return format;
}

/** Dutch shortens with a point ("nov."), English without ("Nov"), whatever the Unicode data of the day says. */
function shortMonth(locale: Locale, month: string): string {
  const bare = month.replace(/\.$/, "");
  return locale === "nl" && bare !== "mei" ? `${bare}.` : bare;
}
