import { z } from "zod";
import { REASON_CODES } from "~/attribution/reason-codes";

const CODES: readonly string[] = [...new Set(Object.values(REASON_CODES).flat())];

/** A stable word for why something is as it is (S9, P4). */
export const reason = z
  .string()
  .refine((code) => CODES.includes(code), "is no reason code")
  .meta({ id: "Reason", enum: CODES, description: "Why something is as it is. New reasons may be added." });

export const reasons = z.array(reason);

/** A moment in UTC; a `Date` is written as ISO 8601. */
export const time = z.iso.datetime({ precision: 3 });

/** Minor units: cents, or whole yen. */
export const minorUnits = z.number().int();

/** ISO 4217 in small letters, as the track calls of this field write it. */
export const currencyCode = z.string().regex(/^[a-z]{3}$/);

/** An id of ours: `reward` ids are `rwd_…`. */
export const idOf = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`));

/** Always null: what a shop tells of a buyer's name, address and picture is not kept, so it cannot be given back (P9). */
export const nobody = { name: z.null(), email: z.null(), avatar: z.null() };

/** P8, with Dub's codes and our reason (P3). */
export const errorAnswer = z
  .strictObject({
    error: z.strictObject({
      code: z.string().describe("The code that clients written for Dub know"),
      reason: z.string().describe("Our own stable word for it"),
      message: z.string().describe("For the developer, in plain English"),
      fields: z.array(z.strictObject({ field: z.string(), problem: z.string() })).describe("The fields it is about, at most 20"),
    }),
    requestId: z.string().describe("Also in the X-Request-Id header; tell us this one"),
  })
  .meta({ id: "Error" });
