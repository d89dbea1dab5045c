import type { Tx } from "~/platform/db.server";
import type { Holder } from "./reward-holder";

interface Owner {
  holder: Holder;
  currency: string;
  /** A reward that is looked at by itself. */
  exceptId?: string;
}

/** What somebody's rewards that are approved and not yet sent are due, in minor units (M12). */
export async function sumUnsent(tx: Tx, { holder, currency, exceptId }: Owner): Promise<bigint> {
  const { _sum } = await tx.reward.aggregate({
    where: {
      ...holder,
      currency,
      status: { in: ["approved", "payable"] },
      ...(exceptId && { id: { not: exceptId } }),
    },
    _sum: { dueMinor: true },
  });
  return _sum.dueMinor ?? 0n;
}
