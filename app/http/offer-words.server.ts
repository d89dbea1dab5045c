import type { Locale } from "~/platform/locale";
import { offerMinimum } from "~/programs/offer-minimum";
import { benefitText, figuresOf, fillCopy, type ProgramCopy } from "~/programs/program-copy";
import type { ProgramRules } from "~/programs/program-rules";
import { firstRule, signUpRule, type RewardRule } from "~/programs/reward-rule";
import type { ProgramVersion } from "~/programs/program";
import { formatter } from "~/ui/format";
import { translator } from "~/ui/i18n.server";

/** A program's offers in words, computed from its rules: nothing here is typed by anybody (belief 7). */
export interface OfferWords {
  copy: ProgramCopy;
  /** What a friend gets: "€10.00" or "5%"; null when they get nothing. */
  offer: string | null;
  /** The smallest order they get it on: "€20.00"; null when that is any. */
  least: string | null;
  /** What the champion gets, told to the friend: "€10.00" or "10% of what you pay". */
  reward: string;
  /** What the friend is given besides: for the first order once it is final, and for signing up; null where there is nothing (W6). */
  friendReward: string | null;
  friendSignUp: string | null;
  /** The same, told to the champion: "€10.00" or "10% of what they pay". */
  rewardToChampion: string;
}

export function offerWords(version: ProgramVersion, company: { name: string }, locale: Locale): OfferWords {
  const t = translator(locale);
  const format = formatter(locale);
  const { rules } = version;
  const offer = benefitText(rules.friendOffer, rules.currency, format) || null;
  const least = offerMinimum(rules);
  return {
    copy: fillCopy(version.copy[locale], figuresOf(rules, company.name, format)),
    offer,
    least: offer && least > 0n ? format.money({ amountMinor: least, currency: rules.currency }) : null,
    reward: rewardText(firstRule(rules.rewards), rules, (percent) => t("share.shareOfYours", { percent }), format),
    friendReward: rewardText(firstRule(rules.rewards, "friend"), rules, (percent) => t("share.shareOfYours", { percent }), format) || null,
    friendSignUp: rewardText(signUpRule(rules.rewards, "friend"), rules, String, format) || null,
    rewardToChampion: rewardText(firstRule(rules.rewards), rules, (percent) => t("share.shareOfTheirs", { percent }), format),
  };
}

function rewardText(
  rule: RewardRule | null,
  { currency }: ProgramRules,
  ofWhatIsPaid: (percent: string) => string,
  format: ReturnType<typeof formatter>,
): string {
  const worth = rule?.worth ?? { kind: "none" };
  const text = benefitText(worth, currency, format);
  return worth.kind === "percent" ? ofWhatIsPaid(text) : text;
}
