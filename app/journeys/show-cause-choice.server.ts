import { findCauseOf } from "~/fulfilment/find-cause-of.server";
import { listCauses } from "~/fulfilment/list-causes.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";

/** The causes on offer and the one a champion gives to. */
export async function showCauseChoice(championId: string, { db = rootDb }: Pick<Deps, "db"> = {}) {
  return await db.transaction("show-cause-choice", async (tx) => ({
    causes: (await listCauses({}, { db: within(tx) })).map(({ id, name }) => ({ id, name })),
    chosen: (await findCauseOf(tx, championId))?.id ?? null,
  }));
}
