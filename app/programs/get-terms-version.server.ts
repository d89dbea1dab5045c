import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { TermsVersion } from "./program";
import { findTerms } from "./program-store.server";

/** Clauses as published, by id or by the number champions know them by. @throws NotFoundError */
export async function getTermsVersion(
  by: { id: string } | { programId: string; number: number },
  { db = rootDb }: Deps = {},
): Promise<TermsVersion> {
  const terms = await db.transaction("get-terms-version", (tx) => findTerms(tx, by));
  if (!terms) throw new NotFoundError("terms version");
  return terms;
}
