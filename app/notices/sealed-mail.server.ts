import { createHash } from "node:crypto";
import { z } from "zod";
import { decrypt, encrypt, keyFor } from "~/platform/secrets.server";

const sealedMail = z.object({
  /** Exactly what goes to the provider, byte by byte: a try under the same key must say the same. */
  body: z.string(),
  /** Addressed to somebody's other address on purpose. */
  pinned: z.boolean(),
  /** What a summary mail says about it, should it have to wait for one. */
  outcome: z
    .object({ headline: z.string(), sentence: z.string(), action: z.object({ label: z.string(), url: z.string() }) })
    .nullable(),
});
export type SealedMail = z.output<typeof sealedMail>;

/** What was rendered, sealed for the table, with the hash that stays when the bytes are gone. */
export function seal(mail: SealedMail): { bytesSealed: Uint8Array<ArrayBuffer>; bytesHash: string } {
  return {
    bytesSealed: encrypt(JSON.stringify(mail), keyFor("person-data")),
    bytesHash: createHash("sha256").update(mail.body).digest("base64url"),
  };
}

/** @throws Error when the bytes were not sealed by us */
export function unseal(bytesSealed: Uint8Array): SealedMail {
  return sealedMail.parse(JSON.parse(decrypt(bytesSealed, keyFor("person-data")).toString("utf8")));
}

const requestBody = z.looseObject({
  to: z.tuple([z.string()]),
  subject: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
  tags: z.array(z.object({ name: z.string(), value: z.string() })),
});

/** The parts of a stored request that are looked at again. */
export function readBody(body: string): { to: string; subject: string; text: string } {
  const { to, subject, text } = requestBody.parse(JSON.parse(body));
  return { to: to[0], subject, text };
}

/** The same words as a mail of their own. */
export function withIdentity(body: string, { mailId, to }: { mailId: string; to: string }): string {
  const request = requestBody.parse(JSON.parse(body));
  return JSON.stringify({
    ...request,
    to: [to],
    headers: { ...request.headers, "X-Entity-Ref-ID": mailId },
    tags: request.tags.map((tag) => (tag.name === "mail" ? { name: "mail", value: mailId } : tag)),
  });
}

/** The same mail to another address. */
export function readdressed(body: string, to: string): string {
  return JSON.stringify({ ...requestBody.parse(JSON.parse(body)), to: [to] });
}
