import { recordAudit } from "~/identity/record-audit.server";
import { processClock, processDatabase, rootDb } from "~/platform/deps.server";
import { setTheScene } from "./set-the-scene";
import { Stage } from "./stage";
import { Storyteller } from "./storyteller";
import { STORY_DAYS, writeStory } from "./story";
import { wireSandboxes } from "./wire-sandboxes";

const SEED = 42;
const DAY = 86_400_000;

/**
 * Prepares the demo: tells its story into an empty database, and leads the sandboxes' webhooks to this portal. The audit
 * row `demo.seeded` says that the whole story was told; a start that finds people but no such row begins anew.
 */
process.once("disconnect", () => process.exit(1));
await processClock().refresh();
if (!(await wasTold())) await tellStory();
await wireSandboxes();
await processDatabase().close();
process.exit(0);

async function wasTold(): Promise<boolean> {
  const { rowCount } = await processDatabase().pool.query("select 1 from audit_entry where action = 'demo.seeded'");
  return rowCount === 1;
}

async function tellStory(): Promise<void> {
  const now = new Date();
  const stage = await Stage.open(ownerUrl(), new Date(now.getTime() - (STORY_DAYS + 1) * DAY));
  const storyteller = new Storyteller(stage, await setTheScene());
  for (const event of writeStory(SEED)) {
    await storyteller.waitUntil(new Date(now.getTime() - event.before));
    await storyteller.tell(event);
  }
  await storyteller.prepareNewcomer();
  await stage.close();
  await processClock().refresh();
  await rootDb.transaction("mark-seeded", (tx) =>
    recordAudit(tx, { by: "system", action: "demo.seeded", object: "demo", facts: { seed: SEED }, now: processClock().now() }),
  );
}

/** The owner's connection moves the clock; the product's own processes never have it. */
function ownerUrl(): string {
  return process.env.DATABASE_URL_MIGRATE ?? "";
}
