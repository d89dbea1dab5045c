import { rootDb, type Deps } from "~/platform/deps.server";
import { findLogo, type Logo } from "./company-store.server";

/** The bytes of the company's logo with their type, or null. */
export async function findCompanyLogo({ db = rootDb }: Deps = {}): Promise<Logo | null> {
  return db.transaction("find-logo", findLogo);
}
