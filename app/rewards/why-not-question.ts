import { readLocalDay } from "~/platform/local-day";
import { startOfDay } from "~/programs/business-calendar";
import { HAPPENED, type Happened, type Period } from "./explain-silence";
import { weekOf } from "./recommendation";

/** What a champion asks about their own links and codes. */
export interface WhyNotQuestion {
  /** The local day it happened, `YYYY-MM-DD`; null when the champion does not know. */
  day: string | null;
  happened: Happened;
  /** One of their own links; null is all of them. */
  linkId: string | null;
}

const DAY_MS = 86_400_000;
/** "I don't know which day" is taken as lately. */
const LATELY_DAYS = 30;

/** What an address asks; null when it asks nothing, or about a day to come. */
export function readWhyNot(search: URLSearchParams, today: string): WhyNotQuestion | null {
  const happened = HAPPENED.find((each) => each === search.get("happened"));
  const day = readLocalDay(search.get("day"));
  if (!happened || (day && day > today)) return null;
  return { happened, day, linkId: search.get("link") || null };
}

/** The question as an address: the answer can be read again, and asking writes nothing. */
export function writeWhyNot({ happened, day, linkId }: WhyNotQuestion): string {
  return new URLSearchParams({ happened, ...(day && { day }), ...(linkId && { link: linkId }) }).toString();
}

/** The time a question is about: one local day of the program's zone, or the last 30 days when no day is known. */
export function periodOf(day: string | null, zone: string, now: Date): Period {
  const from = day ? startOfDay(zone, day) : new Date(now.getTime() - LATELY_DAYS * DAY_MS);
  const until = day ? startOfDay(zone, dayAfter(day)) : now;
  return { from, until, firstWeek: weekOf(from, zone) };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
