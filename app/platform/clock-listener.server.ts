import pg from "pg";
import type { DatabaseClock } from "./clock.server";
import { log } from "./log.server";

const RECONNECT_MS = 1_000;

/**
 * Keeps a process's clock in step: measures now, and again whenever the demo's time is moved (NOTIFY `vouch_clock`).
 * Reconnects by itself when the database was away. @returns a function that stops it
 */
export function followClock(connectionString: string, clock: DatabaseClock): () => void {
  let stopped = false;
  let client: pg.Client | undefined;

  const connect = async () => {
    if (stopped) return;
    client = new pg.Client({ connectionString });
    client.on("error", () => undefined);
    client.once("end", () => void setTimeout(() => void connect(), RECONNECT_MS).unref());
    client.on("notification", () => void clock.refresh().catch(() => undefined));
    try {
      await client.connect();
      await client.query("listen vouch_clock");
      await clock.refresh();
    } catch (error) {
      log.warn({ err: String(error) }, "clock cannot listen yet");
      await client.end().catch(() => undefined);
    }
  };
  void connect();
  return () => {
    stopped = true;
    void client?.end().catch(() => undefined);
  };
}
