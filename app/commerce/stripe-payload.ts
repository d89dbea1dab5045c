import { ZodError } from "zod";

/** The payload is gone, or has not the shape of anything we know: no later try reads it either. */
export class UnreadablePayloadError extends Error {
  override name = "UnreadablePayloadError";
}

/** The object an event is about, out of its signed body. @throws UnreadablePayloadError */
export function eventObjectOf(payload: Buffer | null): Record<string, unknown> {
  const data = (bodyOf(payload) as { data?: { object?: unknown } } | null)?.data;
  if (typeof data?.object !== "object" || data.object === null) throw new UnreadablePayloadError("no object in the event");
  return data.object as Record<string, unknown>;
}

/** The connected account an event happened on; null for our own. @throws UnreadablePayloadError */
export function connectedAccountOf(payload: Buffer | null): string | null {
  const account = (bodyOf(payload) as { account?: unknown } | null)?.account;
  return typeof account === "string" ? account : null;
}

function bodyOf(payload: Buffer | null): unknown {
  if (!payload) throw new UnreadablePayloadError("the payload was destroyed");
  try {
    return JSON.parse(payload.toString("utf8"));
  } catch (cause) {
    throw new UnreadablePayloadError("the payload is no JSON", { cause });
  }
}

/**
 * For what fails while an object is read: one of a shape nobody knows is unreadable, and trying again cannot help.
 * Never for what comes after, where a shape that does not fit is our own and can be mended.
 */
export function asUnreadable(error: unknown): never {
  if (error instanceof ZodError) throw new UnreadablePayloadError("an object of another shape", { cause: error });
  throw error;
}
