import type { Tx } from "~/platform/db.server";
import type { LateReason } from "./promise";
import { insertLate, moveAppeal, moveQuestion, moveReward, type LatePromise, type OpenPromise } from "./promise-store.server";

export type { LatePromise };

interface Postponed {
  promise: OpenPromise;
  newBy: Date;
  now: Date;
  /** Moves the hour of an application; champions keep their own. */
  moveApplication: (move: { championId: string; promisedAt: Date; newBy: Date }) => Promise<boolean>;
}

/**
 * Moves the promised hour of something that still waits and keeps the one that was promised first (W21).
 * @returns null when somebody answered it meanwhile, or it was moved already
 */
export async function postponePromise(tx: Tx, { promise, newBy, now, moveApplication }: Postponed): Promise<LatePromise | null> {
  const { kind, objectId, championId, promisedAt, halfway } = promise;
  const move = { objectId, promisedAt, newBy };
  const moved = {
    reward: () => moveReward(tx, move),
    appeal: () => moveAppeal(tx, move),
    question: () => moveQuestion(tx, move),
    application: () => moveApplication({ championId, promisedAt, newBy }),
  };
  if (!(await moved[kind]())) return null;
  const reason: LateReason = halfway ? "second_person" : "nobody_yet";
  return await insertLate(tx, { kind, objectId, championId, promisedAt, newBy, reason, toldAt: now });
}
