import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { equalInConstantTime, secretHash } from "~/platform/secrets.server";
import { credentialNow } from "./credential-time.server";
import { findPersonByEmailHash } from "./person-store.server";
import type { Area } from "./session";
import { judgeCode, type DeadCode } from "./sign-in-code";
import { findCodeByLink, findNewestCode } from "./sign-in-code-store.server";

export interface SignInRequest {
  area: Area;
  state: "open" | DeadCode;
  /** False when the link was opened in another browser than the one that asked; then the address stays hidden. */
  sameBrowser: boolean;
  email: string | null;
  /** Where to go on to, a path of our own. */
  returnTo: string | null;
}

type Question = { linkToken: string; browserSecret: string | null } | { area: Area; browserSecret: string | null };

/** What the code page and the link page show. Looks only: a mail scanner that opens a link uses nothing up. */
export async function findSignInRequest(
  question: Question,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<SignInRequest | null> {
  return db.transaction("find-sign-in-request", async (tx) => {
    const browserHash = question.browserSecret && secretHash(question.browserSecret);
    const row =
      "linkToken" in question
        ? await findCodeByLink(tx, secretHash(question.linkToken))
        : browserHash
          ? await findNewestCode(tx, browserHash, question.area)
          : null;
    if (!row) return null;
    const sameBrowser = browserHash !== null && equalInConstantTime(row.browserHash, browserHash);
    const person = sameBrowser ? await findPersonByEmailHash(tx, row.emailHash) : null;
    return {
      area: row.area,
      state: judgeCode(row, credentialNow(clock)),
      sameBrowser,
      email: person?.email ?? null,
      returnTo: row.returnTo,
    };
  });
}
