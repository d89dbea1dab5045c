import type { Tx } from "~/platform/db.server";

/**
 * The person who acts, as `person:psn_…`: a key acts for whoever made it, so that nobody decides about their own reward,
 * or gives both of two approvals, with the help of a key (W15, I38). A key made on the server's command line is nobody's.
 */
export async function personBehind(tx: Tx, by: string): Promise<string> {
  if (!by.startsWith("api:")) return by;
  const key = await tx.apiKey.findUniqueOrThrow({ where: { id: by.slice("api:".length) }, select: { createdBy: true } });
  return key.createdBy.startsWith("person:") ? key.createdBy : by;
}
