import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { canBecome, mayAsk, type ChampionStatus } from "./champion";
import { insertAcceptance, insertChampion, lockMembership, updateChampion } from "./champion-store.server";
import { CannotAskError } from "./membership-errors";

export interface Membership {
  personId: string;
  programId: string;
  /** The version of the terms the person has just accepted. */
  termsVersionId: string;
  displayName: string;
  /** Set for an application: what they wrote and by when they are promised an answer. */
  application?: { note: string; answerBy: Date };
}

/**
 * Makes somebody a champion, or records their application, with the terms they accepted. Who left may come back; who
 * was refused may ask again from the day they were told.
 * @throws CannotAskError when they are a member, wait for an answer, or must wait still
 */
export async function admitChampion(
  { personId, programId, termsVersionId, displayName, application }: Membership,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<string> {
  return db.transaction("admit-champion", async (tx) => {
    const now = clock.now();
    const status: ChampionStatus = application ? "applied" : "active";
    const change = {
      status,
      displayName,
      appliedAt: now,
      applicationNote: application?.note ?? null,
      answerBy: application?.answerBy ?? null,
      joinedAt: application ? null : now,
    };
    let championId: string = newId("chp");
    if (!(await insertChampion(tx, { id: championId, personId, programId, ...change }))) {
      const known = await lockMembership(tx, personId, programId);
      if (!known || !mayAsk(known, now) || !canBecome(known.status, status)) throw new CannotAskError(known?.status ?? "");
      championId = known.id;
      const cleared = { decidedAt: null, decidedBy: null, refusalReason: null, mayReapplyAt: null, leftAt: null, pausedAt: null };
      await updateChampion(tx, championId, { ...change, ...cleared, joinedAt: known.joinedAt ?? change.joinedAt });
    }
    await insertAcceptance(tx, { id: newId("con"), championId, termsVersionId, acceptedAt: now });
    return championId;
  });
}
