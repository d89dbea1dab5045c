import { startWorker } from "~/jobs/start-worker.server";
import { closeInOrder } from "~/platform/close-in-order.server";
import { connectAs, processClock } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { clockFollower, followDatabase } from "~/platform/follow-database.server";
import { log } from "~/platform/log.server";

const database = connectAs(env().DATABASE_URL_WORKER);
const stopFollowing = followDatabase(env().DATABASE_URL_WORKER, [clockFollower(processClock())]);
const worker = await startWorker(env().DATABASE_URL_WORKER);
log.info("worker process works");
process.send?.("ready");

closeInOrder("worker", async () => {
  await worker.stop();
  stopFollowing();
  await database.close();
});
