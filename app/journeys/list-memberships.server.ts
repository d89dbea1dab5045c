import type { ChampionStatus } from "~/champions/champion";
import { listChampions } from "~/champions/list-champions.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import type { Company } from "~/programs/company";
import { getCompany } from "~/programs/get-company.server";
import { getProgram } from "~/programs/get-program.server";
import type { Program } from "~/programs/program";
import { findMainLink } from "~/sharing/find-main-link.server";

export interface MembershipView {
  championId: string;
  program: Program;
  company: Company;
  status: ChampionStatus;
  displayName: string;
  sentence: string | null;
  code: string | null;
  oldCodes: string[];
}

/** The programs somebody takes part in or took part in, the latest first. */
export async function listMemberships(personId: string, { db = rootDb }: Deps = {}): Promise<MembershipView[]> {
  return db.transaction("list-memberships", async (tx) => {
    const company = await getCompany({ db: within(tx) });
    const champions = await listChampions(tx, { personIds: [personId] });
    const views: MembershipView[] = [];
    for (const { id: championId, programId, status, displayName, sentence } of champions) {
      const program = await getProgram(programId, { db: within(tx) });
      const link = await findMainLink(tx, championId);
      const codes = { code: link?.code ?? null, oldCodes: link?.oldCodes ?? [] };
      views.push({ championId, program, company, status, displayName, sentence, ...codes });
    }
    return views;
  });
}
