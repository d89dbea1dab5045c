import { rootDb, type Deps } from "~/platform/deps.server";
import { isOriginListed } from "./publishable-key-store.server";

/** Whether pages of this origin may call at all: what a browser asks before it sends a key (P16). */
export async function isPageOrigin(origin: string, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<boolean> {
  return db.transaction("is-page-origin", (tx) => isOriginListed(tx, origin));
}
