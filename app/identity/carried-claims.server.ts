import type { Tx } from "~/platform/db.server";
import { deleteCarriedClaimsOf, insertCarriedClaims, type CarriedClaimsRow } from "./carried-claims-store.server";

export type { CarriedClaimsRow };

/** Keeps what somebody had claimed when they proved a mailbox (A14); once per source, nothing when nothing was claimed. */
export async function keepCarriedClaims(tx: Tx, claims: CarriedClaimsRow): Promise<void> {
  if (claims.tokens.length > 0) await insertCarriedClaims(tx, claims);
}

/**
 * Hands over what was carried for these mailboxes. It is gone from here when the caller's transaction commits, and still
 * here when it does not (A15): a sign-up that fails loses nothing.
 */
export async function takeCarriedClaims(tx: Tx, emailHashes: readonly string[]): Promise<CarriedClaimsRow[]> {
  return emailHashes.length === 0 ? [] : await deleteCarriedClaimsOf(tx, emailHashes);
}
