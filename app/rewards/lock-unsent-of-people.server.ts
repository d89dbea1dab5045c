import type { Tx } from "~/platform/db.server";
import type { RewardRow } from "./reward-row";
import { lockUnsentOfPeople as lock } from "./reward-store.server";

/** Locks what some people's memberships hold that has not left the house, in one order for everybody. */
export async function lockUnsentOfPeople(tx: Tx, personIds: readonly string[]): Promise<RewardRow[]> {
  return await lock(tx, personIds);
}
