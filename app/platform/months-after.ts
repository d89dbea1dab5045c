/** The same day so many months later, or the last day of a shorter month; the hour stays. UTC. */
export function monthsAfter(from: Date, months: number): Date {
  const first = new Date(from);
  first.setUTCMonth(from.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return first;
}
