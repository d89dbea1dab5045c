import { randomInt } from "node:crypto";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import type { Locale } from "~/platform/locale";
import { keyedHash, randomSecret, secretHash } from "~/platform/secrets.server";
import { credentialNow } from "./credential-time.server";
import { emailHashOf } from "./email-hash.server";
import { findOrCreatePerson } from "./find-or-create-person.server";
import type { Area } from "./session";
import { CODE_DIGITS, CODE_MINUTES } from "./sign-in-code";
import { findCodeByLink, findNewestCode, insertSignInCode } from "./sign-in-code-store.server";

interface CreateCodeInput {
  email: string;
  locale: Locale;
  area: Area;
  /** A path of our own, checked by the caller. */
  returnTo: string | null;
  /** The secret in the asking browser's cookie. */
  browserSecret: string;
  /** Click tokens the asking browser had claimed (A14). */
  claimed?: readonly string[];
  /** The mailed link that was opened in this browser although another one had asked. */
  openedLink?: string | null;
}

export interface CreatedCode {
  codeId: string;
  personId: string;
  /** Eight digits, for the mail alone: the database keeps a keyed hash. */
  code: string;
  linkToken: string;
}

/** Makes a code for an address, known or not, in the same steps. */
export async function createSignInCode(
  input: CreateCodeInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<CreatedCode> {
  return db.transaction("create-sign-in-code", async (tx) => {
    const now = credentialNow(clock);
    const person = await findOrCreatePerson(
      { email: input.email, locale: input.locale, onlyAsked: true },
      { db: within(tx), clock },
    );
    const codeId = newId("cod");
    const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");
    const linkToken = randomSecret();
    const emailHash = emailHashOf(input.email);
    await insertSignInCode(tx, {
      id: codeId,
      emailHash,
      codeHash: signInCodeHash(codeId, code),
      browserHash: secretHash(input.browserSecret),
      linkTokenHash: secretHash(linkToken),
      area: input.area,
      returnTo: input.returnTo,
      claimed: [...new Set([...(await claimedBefore(tx, input, emailHash)), ...(input.claimed ?? [])])],
      attempts: 0,
      createdAt: now,
      expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
      consumedAt: null,
    });
    return { codeId, personId: person.id, code, linkToken };
  });
}

/**
 * What an earlier request for the same mailbox had claimed, when this one continues it: from the mail's link opened on
 * another device, or by asking for a new code. Nobody else's request is continued: its claims are not theirs to give.
 */
async function claimedBefore(tx: Tx, { openedLink, browserSecret, area }: CreateCodeInput, emailHash: string): Promise<string[]> {
  const earlier = openedLink
    ? await findCodeByLink(tx, secretHash(openedLink))
    : await findNewestCode(tx, secretHash(browserSecret), area);
  return earlier?.emailHash === emailHash && earlier.consumedAt === null ? earlier.claimed : [];
}

/** The row's id is part of it, so that equal codes of two people look different in the table. */
export function signInCodeHash(codeId: string, code: string): string {
  return keyedHash("sign-in-code", `${codeId}:${code}`);
}
