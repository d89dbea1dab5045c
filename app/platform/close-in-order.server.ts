import { log } from "./log.server";

const DRAIN_MS = 15_000;

/**
 * Ends a process politely: on SIGTERM, on Ctrl-C and when the process that started us is gone, finish what runs,
 * then exit; after 15 seconds exit anyway.
 */
export function closeInOrder(name: string, close: () => Promise<void>): void {
  let closing = false;
  const end = (cause: string) => {
    if (closing) return;
    closing = true;
    log.info({ process: name, cause }, "closing");
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "closing failed");
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", () => end("SIGTERM"));
  process.once("SIGINT", () => end("SIGINT"));
  // Started with a channel to the supervisor: without it nobody would ever stop us.
  if (process.send) process.once("disconnect", () => end("supervisor gone"));
}
