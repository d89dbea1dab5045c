/** Three months of a calendar year, in UTC. */
export interface Quarter {
  /** "2026-Q3" */
  name: string;
  year: number;
  number: number;
  from: Date;
  /** The first moment that no longer belongs to it. */
  until: Date;
}

/** The quarters that can be looked back on: those that ended, newest first, then the one that runs. */
export function quartersBefore(now: Date, ended = 4): Quarter[] {
  const running = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3);
  const past = Array.from({ length: ended }, (_, i) => quarterOf(running - 1 - i));
  return [...past, quarterOf(running)];
}

function quarterOf(count: number): Quarter {
  const [year, number] = [Math.floor(count / 4), (count % 4) + 1];
  const start = (q: number) => new Date(Date.UTC(Math.floor(q / 4), (q % 4) * 3, 1));
  return { name: `${year}-Q${number}`, year, number, from: start(count), until: start(count + 1) };
}
