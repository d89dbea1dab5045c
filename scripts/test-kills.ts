import { buildIfNeeded } from "./build";
import { findChromium } from "./find-chromium";
import { runMain, StartError } from "./progress";
import { runTool } from "./run-tool";

/** Twenty random kills under load, on a product of its own; wants an idle machine. */
runMain(async () => {
  buildIfNeeded();
  const environment = { VOUCH_KILLS: "1", VOUCH_CHROMIUM: findChromium() };
  const { ok } = await runTool("playwright", ["test", "kills", "--reporter=line"], environment, true);
  if (!ok) throw new StartError("The kill test failed; its seed stands above.");
});
