import { createProgram } from "~/programs/create-program.server";
import { findOrCreatePerson } from "~/identity/find-or-create-person.server";
import { joinProgram } from "~/journeys/join-program.server";
import { connectAs, processClock } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { getProgram } from "~/programs/get-program.server";
import { friendProgramDefaults } from "~/programs/program-defaults";
import { saveCompany } from "~/programs/save-company.server";
import { setProgramStatus } from "~/programs/set-program-status.server";
import { signClickToken } from "~/sharing/click-token.server";

/** Where friends go, each with a click of their own. */
export interface World {
  nextVisit(): string;
  visits(): number;
}

/** A company with one live program and champions who share their links; it reads the environment when it loads. */
export async function makeWorld(champions: number): Promise<World> {
  const database = connectAs(env().DATABASE_URL);
  await processClock().refresh();
  await saveCompany({
    name: "Blue Kettle", accent: "#0f6b66", senderName: "Blue Kettle", senderEmail: "hello@bluekettle.example",
    supportEmail: "help@bluekettle.example", postalAddress: "Theekade 1, 3011 AB Rotterdam", shopUrl: "https://shop.bluekettle.example/",
    allowedHosts: ["shop.bluekettle.example"], defaultLocale: "en", cookieDomain: null,
  });
  const programId = await createProgram({ slug: "friends", ...friendProgramDefaults("EUR"), joinPolicy: "open", by: "system" });
  await setProgramStatus({ programId, to: "live" });
  const { terms } = await getProgram(programId);
  const codes: string[] = [];
  for (let n = 0; n < champions; n++) {
    const { id: personId } = await findOrCreatePerson({ email: `champion-${n}@bench.example`, locale: "en" });
    const entry = { personId, slug: "friends", termsVersionId: terms?.id ?? "", displayName: "Zoë", code: `ZOE-${100 + n}`, invitation: null };
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
