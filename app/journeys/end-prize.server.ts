import { endPrizeOrder, type OrderEnd } from "~/fulfilment/end-prize-order.server";
import { recordAudit } from "~/identity/record-audit.server";
import { queueMail } from "~/notices/queue-mail.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ForbiddenError } from "~/platform/errors";
import { championMail } from "./champion-mail.server";

/**
 * A person sent or handed over a prize somebody chose, or called it off and gave the points back: in the trail and mailed,
 * once. Nobody for themselves (W15).
 * @throws NotFoundError, ForbiddenError
 * @throws ConflictError `order_ended`
 */
export async function endPrize(
  { orderId, end, by }: { orderId: string; end: OrderEnd; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("end-prize", async (tx) => {
    const now = clock.now();
    const { order, prize } = await endPrizeOrder(tx, { orderId, end, by, now });
    const { championId, points } = order;
    const to = await championMail(tx, championId);
    if (to && by === `person:${to.personId}`) throw new ForbiddenError("nobody deals with their own");
    const sent = "sent" in end;
    await recordAudit(tx, { by, action: sent ? "prize.sent" : "prize.called_off", object: orderId, facts: { prizeId: prize.id, points: String(points) }, now });
    if (!to) return;
    const { personId, locale, program, values } = to;
    const name = locale === "nl" ? prize.nameNl : prize.nameEn;
    const about = { programTitle: values.programTitle, path: `/portal/${program.slug}/prizes` as const, prize: name };
    const key = { personId, subjectId: orderId, purpose: "ended" };
    const joined = { db: within(tx), clock };
    if ("sent" in end) await queueMail({ template: "prize_sent", ...key, values: { ...about, note: end.sent.note } }, joined);
    else await queueMail({ template: "prize_called_off", ...key, values: { ...about, points, reason: end.calledOff.reason } }, joined);
  });
}
