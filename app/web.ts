import { createServer } from "node:http";
import { join } from "node:path";
import * as build from "virtual:remix/server-build";
import vouchScript from "virtual:vouch-script";
import { apiHandler } from "~/http/api-handler.server";
import { browserScript } from "~/http/browser-script.server";
import { clickPath } from "~/http/click-path.server";
import { createWebApp } from "~/http/web-app.server";
import { shopOrigins } from "~/http/shop-origins.server";
import { knownOf } from "~/journeys/known-recommendations.server";
import { processClicks } from "~/journeys/record-visit.server";
import { replayKeptClicks } from "~/journeys/replay-clicks.server";
import { closeInOrder } from "~/platform/close-in-order.server";
import { processClock, processDatabase, rootDb } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { clockFollower, followDatabase } from "~/platform/follow-database.server";
import { log } from "~/platform/log.server";
import { keptLandings } from "~/routes/go/kept-landings.server";
import { ENDPOINTS } from "~/routes/api/endpoints.server";
import { codesOf } from "~/sharing/code-directory.server";
import { keepKnownCodes } from "~/sharing/keep-known-codes.server";
import { KnownCodesFile } from "~/sharing/known-codes-file.server";
import { landingsNoted } from "~/sharing/note-landing.server";

const database = processDatabase();
const followers = [clockFollower(processClock()), codesOf(rootDb).follower(), ...knownOf(rootDb).followers()];
// First, so that what the database says of codes comes after what is remembered of them.
const stopKeeping = await keepKnownCodes(codesOf(rootDb), new KnownCodesFile(join(env().DATA_DIR, "codes", "known")));
const stopFollowing = followDatabase(env().DATABASE_URL, followers);
const stopReplaying = replayKeptClicks(processClicks());

const server = createServer(
  {
    headersTimeout: 15_000,
    requestTimeout: 25_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16_384,
  },
  clickPath(createWebApp({ build, browserScript: browserScript(vouchScript), api: apiHandler(ENDPOINTS), landings: keptLandings, shopOrigins })),
);
server.maxHeadersCount = 100;
server.maxRequestsPerSocket = 1000;

server.listen(env().PORT, () => {
  log.info({ port: env().PORT }, "web process listens");
  process.send?.("ready");
});

closeInOrder("web", async () => {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  stopFollowing();
  stopReplaying();
  await stopKeeping();
  await processClicks().close();
  await landingsNoted();
  await database.close();
});
