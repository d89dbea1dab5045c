import { listApplications as listRows } from "~/champions/list-applications.server";
import { isKnownCustomer } from "~/commerce/is-known-customer.server";
import { getPerson } from "~/identity/get-person.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { Locale } from "~/platform/locale";
import { listPrograms } from "~/programs/list-programs.server";
import { findMainLink } from "~/sharing/find-main-link.server";

export interface ApplicationView {
  championId: string;
  personId: string;
  programSlug: string;
  displayName: string;
  email: string | null;
  /** The language they read. */
  locale: Locale;
  isCustomer: boolean;
  code: string | null;
  note: string;
  appliedAt: Date;
  answerBy: Date | null;
  /** How it was answered; null while it waits. */
  answer: { accepted: boolean; at: Date; reason: string | null; mayReapplyAt: Date | null } | null;
}

/** Applications that wait, the one promised first on top, or the latest answers (`answered`). */
export async function listApplications(
  { answered, page }: { answered: boolean; page: number },
  { db = rootDb }: Deps = {},
): Promise<{ applications: ApplicationView[]; waiting: number; pages: number }> {
  return db.transaction("list-applications", async (tx) => {
    const joined = { db: within(tx) };
    const { rows, waiting, pages } = await listRows(tx, { answered, page });
    const slugs = new Map((await listPrograms(joined)).map(({ id, slug }) => [id, slug]));
    const applications: ApplicationView[] = [];
    for (const row of rows) {
      const person = await getPerson(row.personId, joined).catch((error: unknown) => {
        if (error instanceof NotFoundError) return null;
        throw error;
      });
      const email = person?.email ?? null;
      const { decidedAt, refusalReason: reason, mayReapplyAt } = row;
      applications.push({
        championId: row.id,
        personId: row.personId,
        programSlug: slugs.get(row.programId) ?? "",
        displayName: row.displayName,
        email,
        locale: person?.locale ?? "en",
        isCustomer: email !== null && (await isKnownCustomer({ personId: row.personId, email }, joined)),
        code: (await findMainLink(tx, row.id))?.code ?? null,
        note: row.applicationNote ?? "",
        appliedAt: row.appliedAt,
        answerBy: row.answerBy,
        answer: decidedAt && { accepted: row.status !== "refused", at: decidedAt, reason, mayReapplyAt },
      });
    }
    return { applications, waiting, pages };
  });
}
