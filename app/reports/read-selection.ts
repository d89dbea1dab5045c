import { z } from "zod";
import type { ReportSelection } from "./report-selection";

const DAY = 86_400_000;
const DEFAULT_DAYS = 84;
const LONGEST_DAYS = 1_100;

const day = z.iso.date().transform((text) => new Date(`${text}T00:00:00Z`));
const query = z.object({
  from: day.optional(),
  to: day.optional(),
  program: z.string().max(40).optional(),
  champion: z.string().max(40).optional(),
  channel: z.string().max(40).optional(),
  label: z.string().max(60).optional(),
});

/**
 * Reads a selection from an address. Without dates: the twelve weeks up to today.
 * @returns null when a date is none, the end lies before the beginning, or the range is longer than three years
 */
export function readSelection(search: URLSearchParams, now: Date): ReportSelection | null {
  const given = Object.fromEntries([...search].filter(([name, value]) => value !== "" || name === "label"));
  const parsed = query.safeParse(given);
  if (!parsed.success) return null;
  const { from, to, program, champion, channel, label } = parsed.data;
  const today = new Date(Math.floor(now.getTime() / DAY) * DAY);
  const until = new Date((to ?? today).getTime() + DAY);
  const start = from ?? new Date(until.getTime() - DEFAULT_DAYS * DAY);
  if (start >= until || until.getTime() - start.getTime() > LONGEST_DAYS * DAY) return null;
  return {
    from: start,
    until,
    programId: program ?? null,
    championId: champion ?? null,
    channel: channel ?? null,
    label: label ?? null,
  };
}
