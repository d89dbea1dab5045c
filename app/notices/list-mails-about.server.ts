import { rootDb, type Deps } from "~/platform/deps.server";
import type { MailStatus } from "./mail-status";
import type { TemplateName } from "./mail-values";

export interface MailAbout {
  id: string;
  template: TemplateName;
  status: MailStatus;
  queuedAt: Date;
  sentAt: Date | null;
}

/** Every mail about these things (a reward, its appeals), oldest first: what was told to somebody, and how far it came. */
export async function listMailsAbout(subjectIds: string[], { db = rootDb }: Deps = {}): Promise<MailAbout[]> {
  return await db.transaction("list-mails-about", async (tx) => {
    const mails = await tx.mail.findMany({
      where: { subjectId: { in: subjectIds } },
      orderBy: { queuedAt: "asc" },
      select: { id: true, template: true, status: true, queuedAt: true, sentAt: true },
    });
    return mails as MailAbout[];
  });
}
