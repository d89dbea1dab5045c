import { mayAsk } from "~/champions/champion";
import { findChampionOf } from "~/champions/get-champion.server";
import { isInvited } from "~/champions/redeem-invitation.server";
import { isKnownCustomer } from "~/commerce/is-known-customer.server";
import { within, type Tx } from "~/platform/db.server";
import type { Clock } from "~/platform/clock.server";
import type { Program } from "~/programs/program";

/**
 * How somebody may come in: by joining, by asking (an application), only with an invitation, or not now. `member`,
 * `waiting` and `refused` say that they asked before; `ended` that the company closed their membership.
 */
export type Door = "join" | "apply" | "invitation" | "closed" | "member" | "waiting" | "refused" | "ended";

interface Newcomer {
  program: Program;
  personId: string;
  /** The address they proved. */
  email: string;
  /** The token of an invitation's address. */
  invitation: string | null;
}

/** What stands open for this person now. An invitation opens every program, whatever its policy. */
export async function doorFor(tx: Tx, { program, personId, email, invitation }: Newcomer, clock: Clock): Promise<Door> {
  const membership = await findChampionOf(tx, { personId, programId: program.id });
  if (!mayAsk(membership, clock.now())) {
    switch (membership?.status) {
      case "applied":
        return "waiting";
      case "refused":
        return "refused";
      case "blocked":
        return "ended";
      default:
        return "member";
    }
  }
  if (program.status !== "live" || !program.terms) return "closed";
  const deps = { db: within(tx), clock };
  if (invitation && (await isInvited({ programId: program.id, token: invitation }, deps))) return "join";
  switch (program.joinPolicy) {
    case "open":
      return "join";
    case "customers":
      return (await isKnownCustomer({ personId, email }, deps)) ? "join" : "apply";
    case "invitation":
      return "invitation";
    case "application":
      return "apply";
  }
}
