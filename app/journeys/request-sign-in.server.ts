import { codeQuotaOf } from "~/identity/code-quota-of.server";
import { consumeLimit } from "~/identity/consume-limit.server";
import { createSignInCode } from "~/identity/create-sign-in-code.server";
import type { Area } from "~/identity/session";
import { CODE_MINUTES } from "~/identity/sign-in-code";
import { queueMail } from "~/notices/queue-mail.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { sandboxRuns } from "~/platform/env.server";
import type { Locale } from "~/platform/locale";
import { readClickToken } from "~/sharing/click-token.server";

interface RequestSignInInput {
  email: string;
  locale: Locale;
  area: Area;
  /** A path of our own to go on to. */
  returnTo: string | null;
  /** The secret in the asking browser's cookie: the code works there alone. */
  browserSecret: string;
  /** What the browser claimed (A14); only what we signed is carried. */
  claimed?: readonly string[];
  /** The mailed link that was opened in this browser although another one had asked. */
  openedLink?: string | null;
  /** A keyed hash of the visitor's network. */
  network: string;
}

/**
 * Mails a sign-in code. Known and unknown addresses get the same answer after the same steps (ASVS 6.3.8).
 * @throws TooManyRequestsError
 */
export async function requestSignIn(
  input: RequestSignInInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  // Everybody who tries the demo comes from one address, so there this limit would stop the wrong people.
  if (!sandboxRuns()) await consumeLimit("code-request-network", input.network, { db });
  const quota = await codeQuotaOf(input, { db });
  await consumeLimit("code-request-address", quota, { db });
  await consumeLimit("codes-per-day", quota, { db });
  await db.transaction("request-sign-in", async (tx) => {
    const joined = { db: within(tx), clock };
    const claimed = (input.claimed ?? []).filter((token) => !("error" in readClickToken(token)));
    const { codeId, personId, code, linkToken } = await createSignInCode({ ...input, claimed }, joined);
    await queueMail(
      {
        template: "sign_in_code",
        personId,
        subjectId: codeId,
        purpose: input.area,
        values: { code, minutes: CODE_MINUTES, path: `/sign-in/link/${linkToken}` },
      },
      joined,
    );
  });
}
