import { rootDb, type Deps } from "~/platform/deps.server";
import { findTotp, listPasskeys } from "./factor-store.server";
import { findPersonById } from "./person-store.server";
import { totpSetUp } from "./totp.server";

export interface FactorList {
  passkeys: { id: string; label: string; createdAt: Date; lastUsedAt: Date | null }[];
  totp:
    | { state: "none" }
    /** Waits for its first code; `uri` goes into the QR code. */
    | { state: "waiting"; uri: string; secret: string }
    | { state: "confirmed"; confirmedAt: Date };
}

/** What a member of staff can prove themselves with. */
export async function listFactors(personId: string, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<FactorList> {
  return db.transaction("list-factors", async (tx) => {
    const passkeys = await listPasskeys(tx, personId);
    const totp = await findTotp(tx, personId);
    return {
      passkeys: passkeys.map(({ id, label, createdAt, lastUsedAt }) => ({ id, label, createdAt, lastUsedAt })),
      totp: !totp
        ? { state: "none" }
        : totp.confirmedAt
          ? { state: "confirmed", confirmedAt: totp.confirmedAt }
          : { state: "waiting", ...totpSetUp(totp.secretSealed, (await findPersonById(tx, personId))?.email ?? "") },
    };
  });
}
