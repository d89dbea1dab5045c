const DAY_MS = 86_400_000;
const DAYS = 30;

/** How many friends came on the middle one of the 30 days before a moment (R8), days without any among them. */
export function middleDay(boundAt: readonly Date[], until: Date): number {
  const days = Array<number>(DAYS).fill(0);
  for (const at of boundAt) {
    const day = Math.floor((+until - +at) / DAY_MS);
    if (day >= 0 && day < DAYS) days[day] = (days[day] ?? 0) + 1;
  }
  return days.sort((a, b) => a - b)[DAYS / 2] ?? 0;
}
