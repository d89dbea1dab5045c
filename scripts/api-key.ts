import { parseArgs } from "node:util";
import { useProcessDatabase } from "./process-database";
import { runMain, StartError } from "./progress";

const USAGE = `Usage: npm run api-key -- --name shop --scopes track,read

Makes a key for a shop's server and prints it once. Scopes: track (report customers and purchases), read.`;

/** Makes an API key from the command line. */
runMain(async () => {
  const { name, scopes } = readArguments();
  await useProcessDatabase(async () => {
    const { isApiScope } = await import("../app/identity/api-key");
    const wanted = scopes.split(",").map((scope) => scope.trim());
    const unknown = wanted.find((scope) => !isApiScope(scope));
    if (unknown !== undefined) throw new StartError(`There is no scope "${unknown}".\n\n${USAGE}`);
    const { createApiKey } = await import("../app/identity/create-api-key.server");
    const { id, key } = await createApiKey({ name, scopes: wanted.filter(isApiScope), by: "operator" });
    console.log(`Key ${id} for "${name}". It is shown this once:\n\n${key}\n`);
  });
});

function readArguments() {
  try {
    const { values } = parseArgs({ options: { name: { type: "string" }, scopes: { type: "string" } } });
    const name = values.name?.trim();
    if (name && name.length <= 60 && values.scopes) return { name, scopes: values.scopes };
  } catch {
    // An option nobody knows: the usage says which there are.
  }
  throw new StartError(USAGE);
}
