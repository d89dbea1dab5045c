import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { AppError, ConflictError } from "~/platform/errors";
import { newId } from "~/platform/ids";
import type { BusinessCalendar } from "~/programs/business-calendar";
import { decidable } from "./decidable.server";
import { hoursOfInquiry, type InquiryTopic } from "./inquiry";
import { insertInquiry, type InquiryRow } from "./inquiry-store.server";
import { holdsAddress } from "./question";
import type { RewardRow } from "./reward-row";
import { takeStep } from "./take-step.server";

export type { InquiryRow };

export interface AskChampionInput {
  rewardId: string;
  expectedVersion: number;
  /** `own`: in the words of whoever asks. */
  topic: InquiryTopic | "own";
  /** As the champion reads it. */
  question: string;
  by: string;
  calendar: BusinessCalendar;
}

/**
 * Asks the champion one thing about a reward that waits, once per reward. From here on a person decides, and the promised
 * hour moves with the question (W14, W21).
 * @throws AppError `address_in_note` 422 (L1)
 * @throws ConflictError `asked_before`, `reward_changed`, `reward_step_refused`, `reward_disputed` while the bank decides,
 *   `friends_own` for what is no business of the champion's (W6, S10)
 * @throws ForbiddenError for one's own reward (W15)
 */
export async function askChampion(
  { rewardId, expectedVersion, topic, question, by, calendar }: AskChampionInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ inquiry: InquiryRow; reward: RewardRow }> {
  if (holdsAddress(question)) throw new AppError("address_in_note", { message: "the question holds an address", status: 422 });
  return await db.transaction("ask-champion", async (tx) => {
    const now = clock.now();
    const before = await decidable(tx, { rewardId, by, expectedVersion });
    if (before.side === "friend") throw new ConflictError("friends_own", "a champion hears nothing of what a friend has", { rewardId });
    if (before.reason === "dispute_open") throw new ConflictError("reward_disputed", "the bank decides first", { rewardId });
    const { answerUntil, decideBy } = hoursOfInquiry(calendar, before.decideBy, now);
    const asked = { id: newId("inq"), rewardId, championId: before.championId, topic, question, askedAt: now, askedBy: by, answerUntil };
    const inquiry = await insertInquiry(tx, asked);
    if (!inquiry) throw new ConflictError("asked_before", "this reward was asked about before", { rewardId });
    const changes = { needsPerson: true, decideBy };
    const reward = await takeStep(tx, before, { kind: "ask_champion", to: before.status, reason: "question_open", by, now, changes });
    return { inquiry, reward };
  });
}
