import { getChampion } from "~/champions/get-champion.server";
import { readPrizes } from "~/fulfilment/read-prizes.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { Locale } from "~/platform/locale";
import { getProgram } from "~/programs/get-program.server";

export type OrderState = "waiting" | "sent" | "called_off";

/** A champion's points, the prizes they can be spent on and those they chose. @throws NotFoundError where a program has none of it */
export async function showPrizes({ championId, locale }: { championId: string; locale: Locale }, { db = rootDb }: Pick<Deps, "db"> = {}) {
  return await db.transaction("show-prizes", async (tx) => {
    const { programId } = await getChampion(tx, championId);
    const { version } = await getProgram(programId, { db: within(tx) });
    const { points, offered, orders } = await readPrizes(tx, { championId, programId });
    if (version.rules.rail !== "points" && points === 0 && orders.length === 0) throw new NotFoundError("prizes", { championId });
    const nameOf = ({ nameEn, nameNl }: { nameEn: string; nameNl: string }) => (locale === "nl" ? nameNl : nameEn);
    return {
      points,
      prizes: offered.map((prize) => ({ id: prize.id, name: nameOf(prize), cost: prize.cost, left: prize.left })),
      orders: orders.map(({ id, prize, points: spent, askedAt, sentAt, note, undoneAt, reason }) => ({
        id,
        name: nameOf(prize),
        points: spent,
        state: (undoneAt ? "called_off" : sentAt ? "sent" : "waiting") satisfies OrderState as OrderState,
        at: undoneAt ?? sentAt ?? askedAt,
        words: undoneAt ? reason : note,
      })),
    };
  });
}
