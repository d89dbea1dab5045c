import { createServer } from "vite";
import type * as DevelopmentApp from "../app/http/development-app.server";
import { generateClient } from "./build";
import { forgetHalfToldStory, prepareDemo } from "./demo-data";
import { refuseBusyPorts } from "./ports";
import { prepareDatabase } from "./prepare-database";
import { projectRoot } from "./project-root";
import { runMain } from "./progress";
import { processEnvironment, readSettings } from "./settings";
import { startSandboxes } from "./start-sandboxes";
import { Supervisor } from "./supervisor";
import { watchPostgres } from "./watch-postgres";

type DevelopmentModule = typeof DevelopmentApp;

/** The product from its sources: pages reload by themselves; the worker restarts with the command. */
runMain(async () => {
  const settings = readSettings();
  const environment = { ...processEnvironment(settings), NODE_ENV: "development" as const };
  await refuseBusyPorts(settings);
  generateClient();
  const stopPostgres = settings.embeddedDatabase ? await watchPostgres(settings) : async () => {};
  await prepareDatabase(settings);
  await forgetHalfToldStory(settings);
  const supervisor = new Supervisor(settings.dataDir);
  await startSandboxes(settings, environment, supervisor);
  if (settings.sandbox.stripe && settings.sandbox.resend) await prepareDemo(settings, environment);
  await supervisor.start({ name: "worker", args: ["--import", "tsx", "app/worker.ts"], env: environment });

  Object.assign(process.env, environment);
  const vite = await createServer({ root: projectRoot, server: { middlewareMode: true } });
  const { createDevelopmentServer } = (await vite.ssrLoadModule("/app/http/development-app.server.ts")) as DevelopmentModule;
  const server = createDevelopmentServer(vite).listen(settings.ports.web, () => console.log(`  ${settings.appUrl}`));

  process.once("SIGINT", () => {
    server.close();
    void Promise.all([vite.close(), supervisor.stop()])
      .then(stopPostgres)
      .then(() => process.exit(0));
  });
});
