import { newId } from "~/platform/ids";
import { readClickToken, signClickToken } from "./click-token.server";

interface Presented {
  /** What the address carried, if anything. */
  given: string | null;
  link: { id: string; programId: string };
  memoryDays: number;
  now: Date;
}

/**
 * The token a landing page goes on with: the one given when it is ours, for this link and not forgotten yet (A3),
 * else a fresh one, so that a friend never loses by a cut address.
 */
export function presentToken({ given, link, memoryDays, now }: Presented): { token: string; clickId: string } {
  const read = given ? readClickToken(given) : null;
  if (given && read && !("error" in read) && read.linkId === link.id) {
    const age = now.getTime() - read.at.getTime();
    if (age < memoryDays * 86_400_000) return { token: given, clickId: read.clickId };
  }
  const clickId = newId("clk");
  return { token: signClickToken({ linkId: link.id, clickId, programId: link.programId, at: now }), clickId };
}
