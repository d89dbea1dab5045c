import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { logoProblem, shopIsListed } from "./company";
import type { CompanyForm } from "./company-schema";
import { cookieDomainProblem } from "./cookie-domain.server";
import { putCompany } from "./company-store.server";
import { readImageHeader } from "./image-header";
import { ProgramRefusedError } from "./program-errors";

export interface SaveCompanyInput extends CompanyForm {
  /** The file as uploaded; null takes the logo away, undefined keeps the present one. */
  logo?: Uint8Array<ArrayBuffer> | null;
}

/**
 * Saves name, looks, sender and the hosts redirects may lead to.
 * @throws ProgramRefusedError 422 when the shop is not on one of those hosts, the cookie's domain is not above
 * portal and shop (A12), or the logo is no picture we take
 */
export async function saveCompany(
  { logo, ...company }: SaveCompanyInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  if (!shopIsListed(company)) throw new ProgramRefusedError("settings.issue.shopNotListed");
  const { cookieDomain, shopUrl } = company;
  const elsewhere = cookieDomain && cookieDomainProblem({ cookieDomain, shopUrl });
  if (elsewhere) throw new ProgramRefusedError(elsewhere);
  const problem = logo && logoProblem(logo);
  if (problem) throw new ProgramRefusedError(problem);
  const header = logo && readImageHeader(logo);
  const picture = logo && header ? { bytes: logo, type: header.type } : logo === null ? null : undefined;
  await db.transaction("save-company", (tx) => putCompany(tx, company, picture, clock.now()));
}
