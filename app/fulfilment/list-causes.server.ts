import { rootDb, type Deps } from "~/platform/deps.server";
import { listCauseRows, type CauseRow } from "./cause-store.server";

/** The causes champions may choose among, by name; with `closed` those that were taken away too. */
export async function listCauses({ closed = false }: { closed?: boolean } = {}, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<CauseRow[]> {
  const causes = await db.transaction("list-causes", (tx) => listCauseRows(tx));
  return closed ? causes : causes.filter(({ closedAt }) => closedAt === null);
}
