import { rootDb, type Deps } from "~/platform/deps.server";
import type { MailFilter } from "./mail-log";
import { findAddressees, findLogPage, startOfDay, type Addressee } from "./mail-log-store.server";
import type { MailStatus } from "./mail-status";
import type { TemplateName } from "./mail-values";

const PAGE_SIZE = 50;

export interface LoggedMail {
  id: string;
  template: TemplateName;
  status: MailStatus;
  reason: string | null;
  queuedAt: Date;
  /** When it may go; later than `queuedAt` when it waits for its turn of the week. */
  notBefore: Date;
  sentAt: Date | null;
  to: Addressee;
}

/** One page of the send log, newest first (S8); the days of the filter are those of `zone`. */
export async function listMails(
  { filter, page, zone }: { filter: MailFilter; page: number; zone: string },
  { db = rootDb }: Deps = {},
): Promise<{ mails: LoggedMail[]; page: number; pages: number; total: number }> {
  return db.transaction("list-mails", async (tx) => {
    const { from, until, ...rest } = filter;
    const query = {
      ...rest,
      from: from === null ? null : await startOfDay(tx, from, 0, zone),
      before: until === null ? null : await startOfDay(tx, until, 1, zone),
    };
    const { rows, total } = await findLogPage(tx, query, { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
    const people = await findAddressees(tx, [...new Set(rows.map(({ personId }) => personId))]);
    const mails = rows.map(({ id, template, status, reason, queuedAt, notBefore, sentAt, personId }) => ({
      id, template, status, reason, queuedAt, notBefore, sentAt,
      to: people.get(personId) ?? { email: null, firstName: null },
    }));
    return { mails, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), total };
  });
}
