import { z } from "zod";

const encoded = z.string().max(8_000).regex(/^[\w-]*$/);
const envelope = {
  id: encoded,
  rawId: encoded,
  type: z.literal("public-key"),
  clientExtensionResults: z.record(z.string(), z.unknown()),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
};

const creation = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});

const proof = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.optional(),
  }),
});

/** What a device answered, from the hidden field of a form; null when it has not the shape of an answer. */
export const readPasskeyCreation = (text: string | undefined) => read(creation, text);
export const readPasskeyProof = (text: string | undefined) => read(proof, text);

function read<Schema extends z.ZodType>(schema: Schema, text: string | undefined): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(text ?? "null")).data ?? null;
  } catch {
    return null;
  }
}
