import { rootDb, type Deps } from "~/platform/deps.server";
import type { Company } from "./company";
import { findCompany } from "./company-store.server";

const NOT_YET: Company = {
  configured: false,
  name: "Vouch",
  accent: "#b8432b",
  logoVersion: null,
  senderName: "Vouch",
  senderEmail: "",
  supportEmail: "",
  postalAddress: "",
  shopUrl: "",
  allowedHosts: [],
  defaultLocale: "en",
  cookieDomain: null,
};

/** The company; before the settings were first saved the product's own name, with nowhere to send anybody. */
export async function getCompany({ db = rootDb }: Deps = {}): Promise<Company> {
  return db.transaction("get-company", async (tx) => (await findCompany(tx)) ?? NOT_YET);
}
