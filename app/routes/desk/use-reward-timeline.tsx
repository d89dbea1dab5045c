import type { ShownReward } from "~/journeys/show-reward.server";
import type { TimelineEvent } from "~/ui/components/Timeline";
import type { StatusTone } from "~/ui/components/StatusPill";
import { useFormat, useT } from "~/ui/i18n";
import { useReasonWord } from "./use-reason-word";

const TONE: Record<string, StatusTone> = {
  approve_reward: "done",
  pay_reward: "done",
  refuse_reward: "refused",
  settle_reward: "refused",
  return_reward: "refused",
  hold_reward: "waiting",
  escalate_reward: "waiting",
  delay_reward: "waiting",
  send_reward: "waiting",
  first_approval: "waiting",
  ask_champion: "waiting",
  miss_answer: "waiting",
};

/** Facts and decisions about a reward in the order in which they happened. */
export function useRewardTimeline({ detail, evidence }: ShownReward): TimelineEvent[] {
  const t = useT();
  const format = useFormat();
  const reasonWord = useReasonWord();
  const { reward, events, appeals, actors } = detail;
  const { purchase } = evidence;
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency: reward.currency });

  const byWords = (by: string) => {
    if (by === "system") return t("desk.by.system");
    if (by.startsWith("api:")) return t("desk.by.api");
    if (by === "stripe") return t("desk.by.stripe");
    const name = actors[by];
    return name ? t("desk.by.name", { name }) : t("desk.by.someone");
  };
  const facts: TimelineEvent[] = [
    purchase
      ? { key: "bought", at: purchase.occurredAt, title: t("desk.step.bought", { amount: format.money({ amountMinor: purchase.paidMinor, currency: purchase.currency }) }) }
      : { key: "signed_up", at: evidence.conversion.occurredAt, title: t("desk.step.signed_up") },
    { key: "bound", at: evidence.conversion.boundAt ?? evidence.conversion.occurredAt, title: t("desk.step.bound") },
    ...appeals.flatMap(({ id, createdAt, text, answeredAt, answer, upheld }): TimelineEvent[] => [
      { key: `${id} asked`, at: createdAt, title: t("desk.step.appeal"), detail: text, tone: "waiting" },
      ...(answeredAt
        ? [
            {
              key: `${id} answered`,
              at: answeredAt,
              title: t("desk.step.answered"),
              detail: `${t(upheld ? "desk.reward.appealWas.upheld" : "desk.reward.appealWas.stays")}. ${
                answer ?? ""
              }`,
            },
          ]
        : []),
    ]),
  ];
  const steps = events.map(
    ({ id, kind, reason, note, by, amountMinor, occurredAt, toStatus }): TimelineEvent => {
      const key =
        kind === "grant_reward" && toStatus === "rejected" ? "desk.step.not_granted" : `desk.step.${kind}`;
      const title = t.has(key) ? t(key, { amount: money(amountMinor ?? 0n) }) : kind;
      // What the machine does goes without saying, an approval apart.
      const who = by !== "system" || kind === "approve_reward" ? `, ${byWords(by)}` : "";
      const tone = toStatus === "reversed" || toStatus === "rejected" ? "refused" : TONE[kind];
      // What was answered stands with the appeal.
      const words = [reason ? reasonWord(reason) : null, kind === "restore_reward" ? null : note].filter(
        (word) => word !== null && word !== "",
      );
      return {
        key: id,
        at: occurredAt,
        title: `${title}${who}`,
        ...(words.length > 0 ? { detail: words.join(" · ") } : {}),
        ...(tone ? { tone } : {}),
      };
    },
  );
  // The steps keep their own order; facts of the same moment come before them.
  return [...facts, ...steps].sort((a, b) => a.at.getTime() - b.at.getTime());
}
