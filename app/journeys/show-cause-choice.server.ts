import { getChampion } from "~/champions/get-champion.server";
import { findCauseOf } from "~/fulfilment/find-cause-of.server";
import { listCauses } from "~/fulfilment/list-causes.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { getProgram } from "~/programs/get-program.server";
import { sumReady } from "~/rewards/sum-ready.server";

/** The causes on offer and the one a champion gives to. @throws NotFoundError where nothing of theirs is given away */
export async function showCauseChoice(championId: string, { db = rootDb }: Pick<Deps, "db"> = {}) {
  return await db.transaction("show-cause-choice", async (tx) => {
    const { programId } = await getChampion(tx, championId);
    const { version } = await getProgram(programId, { db: within(tx) });
    const { currency, rail } = version.rules;
    const chosen = (await findCauseOf(tx, championId))?.id ?? null;
    const readyMinor = await sumReady(tx, { championId, currency, rail: "donation" });
    if (rail !== "donation" && !chosen && readyMinor === 0n) throw new NotFoundError("cause", { championId });
    const causes = await listCauses({}, { db: within(tx) });
    return { causes: causes.map(({ id, name }) => ({ id, name })), chosen };
  });
}
