import { createApiKey } from "~/identity/create-api-key.server";
import { connectAs, processClock } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { signClickToken } from "~/sharing/click-token.server";
import { withClient } from "../../scripts/database-cluster";
import { aCompanyWithProgram, insertChampions, sellTheFirst } from "../parts/company";

/** How many sales one key may tell in the minute of its limit; enough keys that no limit is reached. */
const KEYS = 600;

export interface World {
  /** The texts of the keys a shop calls with. */
  keys: string[];
  /** A click token of the champion's link. */
  tokens: string[];
}

/**
 * A company with one live program, and champions with a link each. Every sale is brought by another one, so that all
 * sales write the same rows: a champion's first opens their account, a third in one week changes a mail that waits.
 */
export async function makeWorld(migrateUrl: string, champions: number): Promise<World> {
  const database = connectAs(env().DATABASE_URL);
  await processClock().refresh();
  const program = await aCompanyWithProgram();
  const made = await Promise.all(Array.from({ length: KEYS }, () => createApiKey({ name: "shop", scopes: ["track"], by: "operator" })));
  const keys = made.map(({ key }) => key);
  const links = await withClient(migrateUrl, (client) => insertChampions(client, program, champions));
  // A friend thinks for an hour: who buys within seconds of the visit is held (R8), which is another sale.
  const at = new Date(+processClock().now() - 3_600_000);
  const tokens = links.map((linkId) => signClickToken({ linkId, clickId: newId("clk"), programId: program.programId, at }));
  await sellTheFirst(tokens.shift() ?? "");
  await database.close();
  return { keys, tokens };
}
