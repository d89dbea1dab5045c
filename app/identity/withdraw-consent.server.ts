import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { withdrawConsentRows } from "./consent-store.server";

/** Takes a consent back. The record of having given it stays. @returns whether one stood */
export async function withdrawConsent(
  { personId, purpose }: { personId: string; purpose: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<boolean> {
  return db.transaction("withdraw-consent", async (tx) => {
    return (await withdrawConsentRows(tx, personId, purpose, clock.now())) > 0;
  });
}
