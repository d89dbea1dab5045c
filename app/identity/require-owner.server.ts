import { ForbiddenError } from "~/platform/errors";
import type { StaffRow } from "./staff-store.server";

/**
 * Looks again inside the transaction: ownership may have been taken since the request began (8.2.2).
 * @param actorId null for a command typed on the server, which may do everything
 * @throws ForbiddenError
 */
export function requireOwner(all: readonly StaffRow[], actorId: string | null): void {
  if (actorId === null) return;
  const isOwner = all.some((row) => row.personId === actorId && !row.disabledAt && row.roles.includes("owner"));
  if (!isOwner) throw new ForbiddenError("only an owner may do this");
}
