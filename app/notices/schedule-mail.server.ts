import type { Tx } from "~/platform/db.server";
import { enqueue } from "~/platform/jobs.server";
import type { MailRow } from "./outbox-store.server";

/**
 * Adds the job that sends a mail at a moment of domain time, or moves it there. Mails go one after another, so that
 * the provider's limit is kept over all workers; security mails pass them.
 */
export async function scheduleMail(tx: Tx, mail: Pick<MailRow, "id" | "kind">, at: Date, now: Date): Promise<void> {
  await enqueue(tx, "send-mail", { mailId: mail.id }, {
    runAt: { at, now },
    key: `mail:${mail.id}`,
    ...(mail.kind !== "security" && { queue: "mail" }),
  });
}
