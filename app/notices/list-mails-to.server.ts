import { rootDb, type Deps } from "~/platform/deps.server";
import type { MailAbout } from "./list-mails-about.server";

/** The latest mails to a person, newest first: what was told to them, and how far it came (S8). */
export async function listMailsTo(personId: string, { db = rootDb }: Deps = {}): Promise<MailAbout[]> {
  return await db.transaction("list-mails-to", async (tx) => {
    const mails = await tx.mail.findMany({
      where: { personId },
      orderBy: { queuedAt: "desc" },
      take: 20,
      select: { id: true, template: true, status: true, queuedAt: true, sentAt: true },
    });
    return mails as MailAbout[];
  });
}
