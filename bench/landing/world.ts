import { findOrCreatePerson } from "~/identity/find-or-create-person.server";
import { joinProgram } from "~/journeys/join-program.server";
import { connectAs, processClock } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { signClickToken } from "~/sharing/click-token.server";
import { aCompanyWithProgram } from "../parts/company";

/** Where friends go, each with a click of their own. */
export interface World {
  nextVisit(): string;
  visits(): number;
}

/** A company with one live program and champions who share their links; it reads the environment when it loads. */
export async function makeWorld(champions: number): Promise<World> {
  const database = connectAs(env().DATABASE_URL);
  await processClock().refresh();
  const { programId, termsId } = await aCompanyWithProgram();
  const codes: string[] = [];
  for (let n = 0; n < champions; n++) {
    const { id: personId } = await findOrCreatePerson({ email: `champion-${n}@bench.example`, locale: "en" });
    const entry = { personId, slug: "friends", termsVersionId: termsId, displayName: "Zoë", code: `ZOE-${100 + n}`, invitation: null };
    codes.push((await joinProgram(entry)).code);
  }
  const { rows } = await database.pool.query<{ key: string; id: string }>("select key, link_id as id from referral_code where key = any($1)", [codes]);
  const at = processClock().now();
  await database.close();
  let visits = 0;
  return {
    nextVisit() {
      const { key, id } = rows[visits++ % rows.length] ?? { key: "", id: "" };
      return `/l/${key}?c=${signClickToken({ linkId: id, programId, clickId: newId("clk"), at })}`;
    },
    visits: () => visits,
  };
}
