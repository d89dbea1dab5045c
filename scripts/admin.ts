import { parseArgs } from "node:util";
import { useProcessDatabase } from "./process-database";
import { runMain, StartError } from "./progress";

const USAGE = `Usage: npm run admin -- --email you@example.com [--name You] [--reset-factors]

Makes somebody an owner who may sign in to the desk. --reset-factors takes the passkeys and authenticator app
away from somebody who lost them, so that the next sign-in sets one up anew.`;

/** Makes the first owner, or lets somebody who lost every device start anew. For whoever runs the server. */
runMain(async () => {
  const { email, name, "reset-factors": reset } = readArguments();
  await useProcessDatabase(async () => {
    const { emailField } = await import("../app/identity/identity-schema");
    const address = emailField.safeParse(email);
    if (!address.success) throw new StartError(`"${email}" is not an e-mail address.\n\n${USAGE}`);
    if (reset) {
      const { forgetFactors } = await import("../app/journeys/forget-factors.server");
      const count = await forgetFactors(address.data);
      if (count === null) throw new StartError(`Nobody here has the address ${address.data}.`);
      return console.log(`${count} passkeys and apps are gone; the next sign-in sets one up anew.`);
    }
    const { makeOwner } = await import("../app/identity/make-owner.server");
    const made = await makeOwner({ email: address.data, firstName: name });
    console.log(made ? `${address.data} is an owner now.` : `${address.data} was an owner already.`);
  });
});

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { email: { type: "string" }, name: { type: "string" }, "reset-factors": { type: "boolean" } },
    });
    if (values.email) return { ...values, email: values.email };
  } catch {
    // An option nobody knows: the usage says which there are.
  }
  throw new StartError(USAGE);
}
