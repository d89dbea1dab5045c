import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { dropBytes } from "./outbox-store.server";

/** How long the words of a mail are kept after its end, in hours. */
export const BYTES_KEPT_HOURS = 48;

/** Takes the rendered bytes of every mail that ended 48 hours ago; row and hash stay. @returns how many */
export async function forgetRenderedMails({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  const before = new Date(clock.now().getTime() - BYTES_KEPT_HOURS * 3_600_000);
  return db.transaction("forget-rendered-mails", (tx) => dropBytes(tx, before));
}
