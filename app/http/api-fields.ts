import { z } from "zod";

/**
 * One line of text: no control characters, which neither a log nor the database takes kindly, and no half of a surrogate
 * pair, which the database would write as the same sign whichever it was, so that two ids became one.
 */
export const line = (max: number) =>
  z.string().min(1).max(max).regex(/^[^\p{Cc}\p{Cs}]*$/u, "control characters and broken Unicode are not allowed");

/** Our click token, or nothing; whether it is one shows when it is read. */
export const clickToken = z.union([z.literal(""), line(200)]);

/** A number of the shop's own: of a customer, a sale, a refund. */
export const shopId = line(100);
export const email = z.email().max(320);
export const amount = z.number().int().min(0).max(1_000_000_000_000);
export const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/, "must be a currency of three letters")
  .transform((code) => code.toUpperCase());
export const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** What a caller adds for themselves; handed back, never kept (P9). */
export const metadata = z.record(z.string(), z.unknown()).refine(isShort, "longer than 10,000 characters");

function isShort(value: unknown): boolean {
  return JSON.stringify(value).length <= 10_000;
}
