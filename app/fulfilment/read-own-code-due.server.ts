import { isMember } from "~/champions/champion";
import type { Tx } from "~/platform/db.server";
import { rulesFromJson } from "~/programs/program-rules-schema";
import { findCreditTarget } from "./credit-target.server";
import { ownCouponName } from "./credit-text";
import { offerCoupon } from "./offer-coupon";
import { findOwnCode } from "./own-code-store.server";
import { improvesOn } from "./own-offer";
import { readCouponLocale } from "./read-coupon-locale.server";

/** What a champion's own offer is to be now; null when theirs stands, was used, or there is none to give (W20). */
export async function readOwnCodeDue(tx: Tx, championId: string) {
  const { status, programId } = await tx.champion.findUniqueOrThrow({
    where: { id: championId },
    select: { status: true, programId: true },
  });
  const program = await tx.program.findUniqueOrThrow({ where: { id: programId } });
  const known = await findOwnCode(tx, championId);
  if (!isMember(status) || program.status !== "live" || !program.currentVersionId || known?.usedAt) return null;
  const rulesOf = async (id: string) =>
    rulesFromJson((await tx.programVersion.findUniqueOrThrow({ where: { id } })).rules);
  const today = await rulesOf(program.currentVersionId);
  const given = known && (await rulesOf(known.programVersionId));
  const keeps = given !== null && !improvesOn(today, given);
  if (keeps && known?.confirmedAt) return null;
  const { ownOffer, currency } = keeps ? given : today;
  const coupon = offerCoupon("own", programId, ownOffer, currency);
  if (!coupon) return null;
  return {
    programId,
    programVersionId: keeps && known ? known.programVersionId : program.currentVersionId,
    known,
    coupon,
    currency,
    couponName: ownCouponName(await readCouponLocale(tx)),
    target: await findCreditTarget(tx, championId),
  };
}
