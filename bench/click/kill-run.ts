import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { startArm, type Place } from "./arms";
import type { LoadProcess } from "./load-process";

/**
 * Kills Vouch's web process with -9 in the middle of the load, starts it again, and counts the clicks that were answered
 * with a redirect and are not stored.
 */
export async function killRun(place: Place, pool: pg.Pool, load: LoadProcess, paths: string[]) {
  const first = await startArm("vouch", place);
  const running = load.run({ port: first.port, connections: 32, ms: 2_000, warmMs: 0, paths, collect: true });
  await wait(1_500);
  await first.stop("SIGKILL");
  const { locations } = await running;
  const second = await startArm("vouch", place);
  const ids = locations.map(clickIdOf);
  const stored = await countWritten(pool, ids);
  await second.stop();
  return { acknowledged: ids.length, lost: ids.length - stored };
}

/** How many of these clicks are stored, once those that waited in a file had time to be written. */
export async function countWritten(pool: pg.Pool, ids: string[]): Promise<number> {
  for (let look = 0; ; look++) {
    const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from clicks.click where id = any($1)", [ids]);
    const stored = rows[0]?.n ?? 0;
    if (stored === ids.length || look === 50) return stored;
    await wait(100);
  }
}

/** The facts of a token are readable; only its signature is secret. */
export function clickIdOf(location: string): string {
  const token = new URL(location, "https://champions.example").searchParams.get("c") ?? "";
  return token.split("-").find((part) => part.startsWith("clk_")) ?? "";
}
