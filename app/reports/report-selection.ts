/** What a report is about: days from `from` up to and including `to` (UTC days), narrowed where asked. */
export interface ReportSelection {
  from: Date;
  /** The first moment that no longer counts. */
  until: Date;
  programId: string | null;
  championId: string | null;
  channel: string | null;
  /** A link's label; the empty string means links without one. */
  label: string | null;
}

const DAY = 86_400_000;

/** The selection as an address, with changes; the way back to a page and to its rows. */
export function writeSelection(selection: ReportSelection, change: Record<string, string> = {}): string {
  const search = new URLSearchParams({ from: isoDay(selection.from), to: isoDay(new Date(selection.until.getTime() - DAY)) });
  if (selection.programId) search.set("program", selection.programId);
  if (selection.championId) search.set("champion", selection.championId);
  if (selection.channel) search.set("channel", selection.channel);
  if (selection.label !== null) search.set("label", selection.label);
  for (const [name, value] of Object.entries(change)) search.set(name, value);
  return search.toString();
}

/** "2026-11-21" of a UTC day. */
export function isoDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The Mondays (UTC) of every week that touches the selection, oldest first. */
export function weeksOf({ from, until }: Pick<ReportSelection, "from" | "until">): Date[] {
  const sinceMonday = (from.getUTCDay() + 6) % 7;
  const weeks: Date[] = [];
  for (let at = from.getTime() - sinceMonday * DAY; at < until.getTime(); at += 7 * DAY) weeks.push(new Date(at));
  return weeks;
}
