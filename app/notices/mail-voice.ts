import { IntlMessageFormat } from "intl-messageformat";
import type { Locale } from "~/platform/locale";
import { formatMoney, type Money } from "~/platform/money";
import { mail as en } from "./messages/en";
import { mail as nl } from "./messages/nl";
import type { MailMessages } from "./messages/shape";

/** How a mail speaks: one language, its texts, and the way that language writes amounts and moments. */
export interface MailVoice {
  texts: MailMessages;
  /** Fills a text of `texts`; amounts and moments are formatted first and handed over as text. */
  say(text: string, values?: Record<string, string | number>): string;
  money(amount: Money): string;
  /** "Monday 21 December at 17:00"; with the year when it is another than now's. */
  moment(at: Date, zone: string): string;
  /** "Monday 21 December" */
  day(at: Date, zone: string): string;
}

const TEXTS: Record<Locale, MailMessages> = { en, nl };
/** British English: day before month and a 24-hour clock, as the rest of Europe reads dates. */
const TAGS: Record<Locale, string> = { en: "en-GB", nl: "nl-NL" };
const AT: Record<Locale, (day: string, time: string) => string> = {
  en: (day, time) => `${day} at ${time}`,
  nl: (day, time) => `${day} om ${time} uur`,
};

const compiled = new Map<string, IntlMessageFormat>();

/** Making one takes ten times as long as using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(tag: string, zone: string): Intl.DateTimeFormat {
  const key = `${tag} ${zone}`;
  let clock = clocks.get(key);
  if (!clock) {
    clock = new Intl.DateTimeFormat(tag, {
      weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit",
      hourCycle: "h23", timeZone: zone,
    });
    clocks.set(key, clock);
  }
  return clock;
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

/** @param now decides whether a date needs its year */
export function mailVoice(locale: Locale, now: Date): MailVoice {
  const tag = TAGS[locale];

  const say: MailVoice["say"] = (text, values = {}) => {
    const key = `${locale} ${text}`;
    let message = compiled.get(key);
    // Values are people's own words: a "<" in them is a character, not markup.
    if (!message) compiled.set(key, (message = new IntlMessageFormat(text, tag, undefined, { ignoreTag: true })));
    return String(message.format(values));
  };

  const partsOf = (at: Date, zone: string): Parts => {
    const parts: Parts = {};
    for (const { type, value } of clockOf(tag, zone).formatToParts(at)) parts[type] = value;
    return parts;
  };

  const dayOf = (parts: Parts, zone: string) => {
    const year = parts.year === partsOf(now, zone).year ? "" : ` ${parts.year}`;
    return `${parts.weekday} ${parts.day} ${parts.month}${year}`;
  };

  return {
    texts: TEXTS[locale],
    say,
    money: (amount) => formatMoney(amount, tag),
    day: (at, zone) => dayOf(partsOf(at, zone), zone),
    moment(at, zone) {
      const parts = partsOf(at, zone);
      return AT[locale](dayOf(parts, zone), `${parts.hour}:${parts.minute}`);
    },
  };
}
