import { countReferralsByVersion } from "~/attribution/count-referrals-by-version.server";
import { listStaff } from "~/identity/list-staff.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { getCompany } from "~/programs/get-company.server";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { listProgramHistory } from "~/programs/list-program-history.server";
import type { Program, ProgramVersion, TermsVersion } from "~/programs/program";

/** Something that was published, by whom (null when that was no member of staff), for how many friends it counts. */
type Published<Version> = Version & { publisher: string | null };

export interface ProgramSettings {
  program: Program;
  /** The company's name, for the texts. */
  company: string;
  /** Newest first. */
  versions: (Published<ProgramVersion> & { referrals: number })[];
  terms: Published<TermsVersion>[];
}

/** Everything the settings of one program show. @throws NotFoundError */
export async function readProgramSettings(
  slug: string,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<ProgramSettings> {
  return db.transaction("read-program-settings", async (tx) => {
    const deps = { db: within(tx) };
    const program = await getProgramBySlug(slug, deps);
    const { versions, terms } = await listProgramHistory(program.id, deps);
    const referrals = await countReferralsByVersion(program.id, deps);
    const names = new Map((await listStaff(deps)).map((one) => [`person:${one.personId}`, one.firstName ?? one.email]));
    const publisher = (by: string) => names.get(by) ?? null;
    return {
      program,
      company: (await getCompany(deps)).name,
      versions: versions.map((version) => ({
        ...version,
        publisher: publisher(version.publishedBy),
        referrals: referrals.get(version.id) ?? 0,
      })),
      terms: terms.map((one) => ({ ...one, publisher: publisher(one.publishedBy) })),
    };
  });
}
