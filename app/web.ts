import { createServer } from "node:http";
import * as build from "virtual:remix/server-build";
import vouchScript from "virtual:vouch-script";
import { browserScript } from "~/http/browser-script.server";
import { clickPath } from "~/http/click-path.server";
import { closeInOrder } from "~/platform/close-in-order.server";
import { createWebApp } from "~/http/web-app.server";
import { replayKeptClicks } from "~/journeys/replay-clicks.server";
import { shopOrigins } from "~/http/shop-origins.server";
import { followClock } from "~/platform/clock-listener.server";
import { processClock, processDatabase } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";

const database = processDatabase();
const stopFollowing = followClock(env().DATABASE_URL, processClock());
const stopReplaying = replayKeptClicks();

const server = createServer(
  {
    headersTimeout: 15_000,
    requestTimeout: 25_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16_384,
  },
  createWebApp({ build, clickPath: clickPath(), browserScript: browserScript(vouchScript), shopOrigins }),
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
  await database.close();
});
