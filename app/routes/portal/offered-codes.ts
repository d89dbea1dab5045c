/** The codes an action offered instead of the one that could not be had. */
export function offeredBy(reply: unknown): string[] {
  if (typeof reply !== "object" || reply === null || !("suggestions" in reply)) return [];
  return Array.isArray(reply.suggestions) ? reply.suggestions.filter((one) => typeof one === "string") : [];
}
