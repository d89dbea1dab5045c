import { emailHashOf } from "~/identity/email-hash.server";
import { newId } from "~/platform/ids";
import type { Clock } from "~/platform/clock.server";
import type { Database } from "~/platform/db.server";
import type { LiveProgram } from "~/programs/program";
import { claimClick } from "~/sharing/claim-click.server";
import { signClickToken } from "~/sharing/click-token.server";
import { aChampion, aPerson } from "./champions";
import { aLink } from "./sharing";

interface Parts {
  db: Database;
  clock: Clock;
}

/** An active champion of a program who accepted its terms and has a link. */
export async function aRecommender(
  { db }: Parts,
  program: LiveProgram,
  { email = `${newId("psn")}@champion.test`, code, joinedAt }: { email?: string; code?: string; joinedAt?: Date } = {},
) {
  const person = await aPerson(db, { email, emailHash: emailHashOf(email) });
  const champion = await aChampion(db, { personId: person.id, programId: program.id, ...(joinedAt && { joinedAt }) });
  const link = await aLink(db, { champion, ...(code && { code }) });
  await db.transaction("accept-terms", (tx) =>
    tx.termsAcceptance.create({
      data: { id: newId("con"), championId: champion.id, termsVersionId: program.terms.id, acceptedAt: new Date(0) },
    }),
  );
  return { person, champion, link, code: link.code };
}

export type Recommender = Awaited<ReturnType<typeof aRecommender>>;

/** How long a friend thinks before buying, unless told otherwise: who buys within seconds is looked at (R8). */
const THOUGHT_MS = 60_000;

interface ClickOf {
  at?: Date;
  clickId?: string;
  initial?: string | null;
  claimed?: boolean;
}

/** A click on a recommender's link, claimed unless told otherwise. @returns the token the friend carries to the shop */
export async function aClickToken(
  { db, clock }: Parts,
  { link }: Recommender,
  { at = new Date(+clock.now() - THOUGHT_MS), clickId = newId("clk"), initial = null, claimed = true }: ClickOf = {},
): Promise<string> {
  if (claimed) await claimClick({ clickId, link, initial }, { db, clock });
  return signClickToken({ linkId: link.id, clickId, programId: link.programId, at });
}
