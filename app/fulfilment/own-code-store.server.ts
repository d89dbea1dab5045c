import type { Tx } from "~/platform/db.server";

/** The code of a champion's own offer, in whatever state. */
export async function findOwnCode(tx: Tx, championId: string) {
  return await tx.ownOfferCode.findUnique({ where: { championId } });
}

interface OwnCode {
  championId: string;
  programVersionId: string;
  /** Taken when there is none yet. */
  code: string;
  now: Date;
}

/** Begins a champion's own code, or gives a known one another offer; whoever comes first chooses the letters. */
export async function beginOwnCode(tx: Tx, { championId, programVersionId, code, now }: OwnCode): Promise<string> {
  const begun = await tx.ownOfferCode.upsert({
    where: { championId },
    create: { championId, programVersionId, code, createdAt: now },
    update: { programVersionId, confirmedAt: null },
  });
  return begun.code;
}

export async function confirmOwnCode(
  tx: Tx,
  { championId, stripeId, now }: { championId: string; stripeId: string; now: Date },
): Promise<void> {
  await tx.ownOfferCode.update({ where: { championId }, data: { stripeId, confirmedAt: now } });
}

/** Says for which payment, if any, one of these codes was used; the first time stands. */
export async function markOwnCodeUsed(
  tx: Tx,
  { codes, purchaseId, usedAt }: { codes: string[]; purchaseId: string | null; usedAt: Date },
): Promise<void> {
  await tx.ownOfferCode.updateMany({
    where: { code: { in: codes }, usedAt: null },
    data: { usedAt, purchaseId },
  });
}
