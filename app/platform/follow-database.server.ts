import pg from "pg";
import type { DatabaseClock } from "./clock.server";
import { log } from "./log.server";

const RECONNECT_MS = 1_000;

/** Somebody in this process who must hear when something in the database is no longer as it was (NOTIFY). */
export interface Follower {
  channel: string;
  /** The connection stands, for the first time or again: what was said before may have been missed. */
  connected(): unknown;
  told(payload: string): unknown;
}

/**
 * Keeps one connection that listens for all followers, and makes it anew when the database was away. What a follower
 * throws is logged: it asks again when it is told or connected the next time. @returns a function that stops it
 */
export function followDatabase(connectionString: string, followers: Follower[]): () => void {
  let stopped = false;
  let client: pg.Client | undefined;

  const connect = async () => {
    if (stopped) return;
    client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000, keepAlive: true });
    client.on("error", () => undefined);
    client.once("end", () => void setTimeout(() => void connect(), RECONNECT_MS).unref());
    client.on("notification", ({ channel, payload = "" }) => {
      for (const follower of followers) if (follower.channel === channel) attend(() => follower.told(payload));
    });
    try {
      await client.connect();
      for (const { channel } of followers) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      for (const follower of followers) attend(() => follower.connected());
    } catch (error) {
      log.warn({ err: String(error) }, "cannot listen to the database yet");
      await client.end().catch(() => undefined);
    }
  };
  void connect();
  return () => {
    stopped = true;
    void client?.end().catch(() => undefined);
  };
}

function attend(act: () => unknown): void {
  Promise.resolve()
    .then(act)
    .catch((error: unknown) => log.warn({ err: String(error) }, "news of the database missed"));
}

/** Keeps a process's clock in step: measures at first, and whenever the demo's time was moved. */
export function clockFollower(clock: DatabaseClock): Follower {
  const refresh = () => clock.refresh();
  return { channel: "vouch_clock", connected: refresh, told: refresh };
}
