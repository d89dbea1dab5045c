import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { SLUG, type Program } from "./program";
import { findProgram } from "./program-store.server";

/** A program in any state, drafts too: public pages ask its status. @throws NotFoundError */
export async function getProgramBySlug(slug: string, { db = rootDb }: Deps = {}): Promise<Program> {
  const program = SLUG.test(slug)
    ? await db.transaction("get-program-by-slug", (tx) => findProgram(tx, { slug }))
    : null;
  if (!program) throw new NotFoundError("program");
  return program;
}
