import { z } from "zod";
import { ApiError } from "./api-error";

const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z.string().optional(),
  before: z.string().optional(),
});

/** One page of a list, newest first, in the published shape; throws 422 for a bad cursor or limit. */
export function pageOf<T extends { id: string }>(
  all: T[],
  query: Record<string, unknown>,
  show: (one: T) => object
) {
  const parsed = pageQuery.safeParse(query);
  if (!parsed.success) throw new ApiError(422, "validation_error", "Invalid pagination parameters.");
  const { limit, after, before } = parsed.data;
  if (after && before)
    throw new ApiError(422, "validation_error", "Use either `after` or `before`, not both.");
  let start = 0;
  let end = all.length;
  if (after) start = positionOf(all, after) + 1;
  if (before) end = positionOf(all, before);
  if (before) start = Math.max(0, end - limit);
  const page = all.slice(start, Math.min(end, start + limit));
  const hasMore = before ? start > 0 : start + page.length < all.length;
  return { object: "list", has_more: hasMore, data: page.map(show) };
}

function positionOf<T extends { id: string }>(all: T[], id: string): number {
  const position = all.findIndex((one) => one.id === id);
  if (position < 0) throw new ApiError(422, "validation_error", "The pagination cursor is not in the list.");
  return position;
}
