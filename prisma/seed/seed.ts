import { recordAudit } from "~/identity/record-audit.server";
import { processClock, processDatabase, rootDb } from "~/platform/deps.server";
import { setTheScene } from "./set-the-scene";
import { Stage } from "./stage";
import { Storyteller } from "./storyteller";
import { STORY_DAYS, writeStory } from "./story";

const SEED = 42;
const DAY = 86_400_000;

/** The row that says the whole story was told; without it a start begins anew. */
export const SEEDED = "demo.seeded";

// eslint-disable-next-line no-restricted-properties -- the owner's connection is for migrating and seeding alone
const ownerUrl = process.env.DATABASE_URL_MIGRATE ?? "";
const now = new Date();
const stage = await Stage.open(ownerUrl, new Date(now.getTime() - (STORY_DAYS + 1) * DAY));
const storyteller = new Storyteller(stage, await setTheScene());
for (const event of writeStory(SEED)) {
  await stage.moveTo(new Date(now.getTime() - event.before));
  await storyteller.tell(event);
}
await stage.close();
await processClock().refresh();
await rootDb.transaction("mark-seeded", (tx) =>
  recordAudit(tx, { by: "system", action: SEEDED, object: "demo", facts: { seed: SEED }, now: processClock().now() }),
);
await processDatabase().close();
process.exit(0);
