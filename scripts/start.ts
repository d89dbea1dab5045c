import { join } from "node:path";
import { buildIfNeeded } from "./build";
import { forgetHalfToldStory, prepareDemo } from "./demo-data";
import { prepareDatabase } from "./prepare-database";
import { runMain, StartError, step } from "./progress";
import { processEnvironment, readSettings, type Settings } from "./settings";
import { refuseBusyPorts } from "./ports";
import { startSandboxes } from "./start-sandboxes";
import { Supervisor } from "./supervisor";
import { watchPostgres } from "./watch-postgres";

runMain(async () => {
  const started = performance.now();
  const settings = readSettings();
  const environment = processEnvironment(settings);
  console.log(`\nVouch starts (${settings.mode})\n`);
  await refuseBusyPorts(settings);

  const supervisor = new Supervisor(settings.dataDir);
  let stopPostgres = async () => {};
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await supervisor.stop();
    await stopPostgres();
    process.exit(code);
  };
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));

  try {
    await step("build", () => buildIfNeeded());
    if (settings.embeddedDatabase) {
      stopPostgres = await step("database", () => watchPostgres(settings));
    }
    await step("migrations", async () => {
      await prepareDatabase(settings);
      await forgetHalfToldStory(settings);
    });
    if (settings.sandbox.stripe || settings.sandbox.resend) {
      await step("sandbox servers", () => startSandboxes(settings, environment, supervisor));
    }
    if (settings.sandbox.stripe && settings.sandbox.resend) {
      await step("demo data", () => prepareDemo(settings, environment));
    }
    await step("web and worker", async () => {
      const server = (name: string) => join("build", "server", `${name}.js`);
      await supervisor.start({ name: "worker", args: [server("worker")], env: environment });
      await supervisor.start({ name: "web", args: [server("web")], env: environment });
      await untilReady(settings.ports.web);
    });
  } catch (error) {
    await supervisor.stop();
    await stopPostgres();
    throw error;
  }
  console.log(`\nReady in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
  sayAddresses(settings);
});

async function untilReady(port: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.ok, () => false);
    if (ready) return;
    if (Date.now() > deadline) throw new StartError("Web and worker did not become ready within a minute; see the logs folder.");
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

function sayAddresses({ appUrl, ports, sandbox, dataDir }: Settings): void {
  const demo = sandbox.stripe && sandbox.resend;
  const lines = [
    ["Portal", `${appUrl}/portal`],
    ["Desk", `${appUrl}/desk`],
    ["Marketing", `${appUrl}/marketing`],
    ...(demo ? [["Demo shop", `http://localhost:${ports.shop}`]] : []),
    ...(sandbox.stripe ? [["Sandbox Stripe", `http://localhost:${ports.stripe}   (payments, refunds, move time)`]] : []),
    ...(sandbox.resend ? [["Mail inbox", `http://localhost:${ports.resend}`]] : []),
    ["Logs", join(dataDir, "logs")],
  ];
  for (const [name, value] of lines) console.log(`  ${name?.padEnd(15)} ${value}`);
  if (demo) {
    console.log(`\n  Demo sign-ins, one click each: ${appUrl}/demo/sign-in`);
    console.log("  (a champion, an owner, an approver, a marketer; they exist only while the sandbox runs)");
  }
  console.log("\n  Ctrl-C stops everything.\n");
}
