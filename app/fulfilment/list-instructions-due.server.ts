import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

export interface InstructionDue {
  rewardId: string;
  championId: string;
  account: string;
  rail: string;
  currency: string;
}

const BATCH = 200;

/** Hand-overs that had to wait and whose next try is due: nothing to credit so far, or refused before. */
export async function listInstructionsDue({ db = rootDb, clock = systemClock }: Deps = {}): Promise<
  InstructionDue[]
> {
  return await db.transaction("list-instructions-due", (tx) =>
    tx.instruction.findMany({
      where: { status: { in: ["intended", "failed"] }, nextTryAt: { lte: clock.now() } },
      orderBy: { nextTryAt: "asc" },
      take: BATCH,
      select: { rewardId: true, championId: true, account: true, rail: true, currency: true },
    }),
  );
}
