import { rootDb, systemClock } from "~/platform/deps.server";
import { resend, ResendError } from "~/platform/gateways/resend.server";
import { isFinal, raised, statusTold } from "./mail-status";
import { listStuck, listUnheardOf, lockMail, updateMail } from "./outbox-store.server";
import { scheduleMail } from "./schedule-mail.server";
import type { SendDeps } from "./send-mail.server";

const HOUR_MS = 3_600_000;
/** A lost webhook is noticed after this long. */
const UNHEARD_MS = 48 * HOUR_MS;
const AT_ONCE = 50;

/**
 * Catches up with what got lost on the way: mails handed over two days ago without an end are looked up at the
 * provider, and mails that are due for an hour get a job again. Hourly; doing it twice changes nothing.
 */
export async function reconcileMails({ db = rootDb, clock = systemClock, gateway = resend() }: SendDeps = {}): Promise<void> {
  const now = clock.now();
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const unheard = await db.transaction("list-unheard-mails", (tx) => listUnheardOf(tx, ago(UNHEARD_MS), AT_ONCE));
  for (const { id, providerId } of unheard) {
    const told = await gateway.getEmail(providerId).then(
      (email) => statusTold(email.last_event ?? "") ?? "sent",
      (error: unknown) => {
        if (!(error instanceof ResendError)) throw error;
        return error.status === 404 ? ("sent" as const) : null;
      },
    );
    // The provider does not answer: the next hour is early enough.
    if (told === null) break;
    await db.transaction("hear-of-mail", async (tx) => {
      const mail = await lockMail(tx, id);
      if (!mail || isFinal(mail.status)) return;
      // Without news after two days there will be none: the words are forgotten all the same.
      await updateMail(tx, id, { status: raised(mail.status, told), finalAt: now });
    });
  }
  await db.transaction("wake-stuck-mails", async (tx) => {
    for (const id of await listStuck(tx, ago(HOUR_MS), AT_ONCE)) {
      const mail = await lockMail(tx, id);
      if (mail) await scheduleMail(tx, mail, now, now);
    }
  });
}
