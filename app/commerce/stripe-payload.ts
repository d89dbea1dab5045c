import { ZodError } from "zod";

/** The payload is gone, or has not the shape of anything we know: no later try reads it either. */
export class UnreadablePayloadError extends Error {
  override name = "UnreadablePayloadError";
}

/** The object an event is about, out of its signed body. @throws UnreadablePayloadError */
export function eventObjectOf(payload: Buffer | null): Record<string, unknown> {
  if (!payload) throw new UnreadablePayloadError("the payload was destroyed");
  let event: unknown;
  try {
    event = JSON.parse(payload.toString("utf8"));
  } catch (cause) {
    throw new UnreadablePayloadError("the payload is no JSON", { cause });
  }
  const data = (event as { data?: { object?: unknown } } | null)?.data;
  if (typeof data?.object !== "object" || data.object === null) throw new UnreadablePayloadError("no object in the event");
  return data.object as Record<string, unknown>;
}

/**
 * For what fails while an object is read: one of a shape nobody knows is unreadable, and trying again cannot help.
 * Never for what comes after, where a shape that does not fit is our own and can be mended.
 */
export function asUnreadable(error: unknown): never {
  if (error instanceof ZodError) throw new UnreadablePayloadError("an object of another shape", { cause: error });
  throw error;
}
