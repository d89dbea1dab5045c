import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { lockChampion, updateChampion } from "./champion-store.server";

/** What friends read: the first name and, when given, the champion's own sentence. */
export async function saveOwnWords(
  { championId, displayName, sentence }: { championId: string; displayName: string; sentence: string | null },
  { db = rootDb }: Deps = {},
): Promise<void> {
  await db.transaction("save-own-words", async (tx) => {
    if (!(await lockChampion(tx, championId))) throw new NotFoundError("champion", { championId });
    await updateChampion(tx, championId, { displayName, sentence });
  });
}
