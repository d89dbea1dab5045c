import { randomInt } from "node:crypto";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import type { Locale } from "~/platform/locale";
import { keyedHash, randomSecret, secretHash } from "~/platform/secrets.server";
import { credentialNow } from "./credential-time.server";
import { emailHashOf } from "./email-hash.server";
import { findOrCreatePerson } from "./find-or-create-person.server";
import type { Area } from "./session";
import { CODE_DIGITS, CODE_MINUTES } from "./sign-in-code";
import { insertSignInCode } from "./sign-in-code-store.server";

interface CreateCodeInput {
  email: string;
  locale: Locale;
  area: Area;
  /** A path of our own, checked by the caller. */
  returnTo: string | null;
  /** The secret in the asking browser's cookie. */
  browserSecret: string;
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
    await insertSignInCode(tx, {
      id: codeId,
      emailHash: emailHashOf(input.email),
      codeHash: signInCodeHash(codeId, code),
      browserHash: secretHash(input.browserSecret),
      linkTokenHash: secretHash(linkToken),
      area: input.area,
      returnTo: input.returnTo,
      attempts: 0,
      createdAt: now,
      expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
      consumedAt: null,
    });
    return { codeId, personId: person.id, code, linkToken };
  });
}

/** The row's id is part of it, so that equal codes of two people look different in the table. */
export function signInCodeHash(codeId: string, code: string): string {
  return keyedHash("sign-in-code", `${codeId}:${code}`);
}
