import { z } from "zod";
import type { PageOf, PageWish } from "~/platform/page";

const ID = /^[a-z]{2,3}_[0-9a-hjkmnp-tv-z]{26}$/;

/** The two parameters of every list. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^(?:100|[1-9]\d?)$/, "must be a whole number from 1 to 100")
    .transform(Number)
    .default(50)
    .meta({ type: "integer", minimum: 1, maximum: 100, default: 50, description: "How many at most" }),
  cursor: z
    .string()
    .max(60)
    .transform((cursor) => Buffer.from(cursor, "base64url").toString("latin1"))
    .refine((id) => ID.test(id), "is no cursor of this list")
    .optional()
    .meta({ description: "`nextCursor` of the page before" }),
};

/** P8: lists are `{ data, nextCursor }`, newest first. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ data: z.array(item), nextCursor: z.string().nullable().describe("Null on the last page") });

export function wishOf({ limit, cursor }: { limit: number; cursor?: string | undefined }): PageWish {
  return { limit, after: cursor ?? null };
}

/** A page as it is answered. */
export function pageBody<Row, Item>({ rows, after }: PageOf<Row>, show: (row: Row) => Item) {
  return { data: rows.map(show), nextCursor: after && Buffer.from(after, "latin1").toString("base64url") };
}
