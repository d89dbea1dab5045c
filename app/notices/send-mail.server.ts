import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { resend, type ResendGateway } from "~/platform/gateways/resend.server";
import { askProvider } from "./ask-provider.server";
import { claimMail } from "./claim-mail.server";
import { finishMail } from "./finish-mail.server";
import { settleMail } from "./settle-mail.server";

export interface SendDeps extends Deps {
  gateway?: ResendGateway;
}

/**
 * The job behind every mail; may run any number of times and be killed anywhere. One try: claim the row, hand over the
 * stored bytes under the mail's own key, write down the outcome. While the key is remembered a second try cannot make
 * a second mail; after that the provider is asked first (I30).
 */
export async function sendMail(
  { mailId }: { mailId: string },
  { db = rootDb, clock = systemClock, gateway = resend() }: SendDeps = {},
): Promise<void> {
  const claim = await db.transaction("claim-mail", (tx) => claimMail(tx, mailId, clock.now()));
  if (claim.act === "nothing") return;

  if (claim.act === "send") {
    const outcome = await gateway.sendEmail(claim.body, mailId);
    await db.transaction("finish-mail", (tx) => finishMail(tx, { mailId, ...claim }, outcome, clock.now()));
    return;
  }
  const finding = await askProvider(gateway, claim);
  await db.transaction("settle-mail", (tx) => settleMail(tx, mailId, finding, clock.now()));
}
