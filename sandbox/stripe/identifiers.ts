import { createHash, randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A random identifier in Stripe's form, such as `cus_` and 14 letters and digits. */
export function newId(prefix: string, length = 14): string {
  return `${prefix}${letters(randomBytes(length), length)}`;
}

/** Always the same letters for the same text: a card's fingerprint must not change between two payments. */
export function stableLetters(text: string, length: number): string {
  return letters(createHash("sha256").update(text).digest(), length);
}

function letters(bytes: Buffer, length: number): string {
  let text = "";
  for (let index = 0; index < length; index += 1)
    text += ALPHABET.charAt((bytes[index] ?? 0) % ALPHABET.length);
  return text;
}
