import { passOn, type PassOnInput } from "~/fulfilment/pass-on.server";
import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

/** Somebody passed on what was collected for a cause: booked as one line with its receipt, and in the trail (I37). @throws as `passOn` */
export async function passOnDonation(input: PassOnInput, { db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  await db.transaction("pass-on-donation", async (tx) => {
    const now = clock.now();
    const object = await passOn(tx, input, now);
    const { by, causeId, currency, amountMinor, receipt } = input;
    await recordAudit(tx, { by, action: "donation.passed_on", object, facts: { causeId, currency, amountMinor: String(amountMinor), receipt }, now });
  });
}
