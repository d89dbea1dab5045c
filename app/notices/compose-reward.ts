import type { ComposeContext, Composers } from "./compose-context";
import type { MailValues, SetOff } from "./mail-values";
import type { MailVoice } from "./mail-voice";

type RewardMails =
  | "recommendation_bought" | "recommendation_signed_up" | "milestone_reached" | "reward_approved" | "approval_undone" | "reward_issued" | "payout_details_needed" | "free_month_given" | "cause_needed" | "reward_donated" | "gift_address_needed" | "gift_sent" | "reward_set_off" | "reward_refused" | "reward_reversed"
  | "promotion_code_issued" | "appeal_received" | "appeal_answered";

/** The parts that every mail about a recommendation ends with. */
function ending(label: string, { programTitle: program, path }: { programTitle: string; path: string }, context: ComposeContext) {
  const { voice, company, link } = context;
  return { action: { label, url: link(path) }, why: voice.say(voice.texts.why.recommends, { company, program }) };
}

/** Why less arrived than was earned; nothing when all of it did. */
function setOffSentences(setOff: SetOff | null, { texts, say, money }: MailVoice): string[] {
  return setOff ? [say(texts.setOff.part, { earned: money(setOff.earned), amount: money(setOff.amount) })] : [];
}

/** Somebody came because of the champion: what waits, and until when. */
function composeCame(
  t: MailVoice["texts"]["bought"] | MailVoice["texts"]["signedUp"],
  values: MailValues["recommendation_bought"],
  context: ComposeContext,
) {
  const { texts, say, money, moment, day } = context.voice;
  const { decideBy, friendInitial, zone } = values;
  const reward = money(values.reward);
  const someone = friendInitial ? say(texts.someone.initial, { initial: friendInitial }) : texts.someone.unnamed;
  return {
    subject: say(t.subject, { reward, day: day(decideBy, zone) }),
    heading: t.heading,
    paragraphs: [say(t.thanks, { someone }), say(t.waits, { reward, decideBy: moment(decideBy, zone) }), t.undone],
    facts: [
      { label: texts.facts.reward, value: reward },
      { label: texts.facts.decisionBy, value: moment(decideBy, zone) },
    ],
    ...ending(t.action, values, context),
    zone,
  };
}

export const composeReward: Composers<RewardMails> = {
  recommendation_bought: (values, context) => composeCame(context.voice.texts.bought, values, context),

  recommendation_signed_up: (values, context) => composeCame(context.voice.texts.signedUp, values, context),

  milestone_reached: (values, context) => {
    const { texts, say, money, moment, day } = context.voice;
    const { decideBy, friends, zone } = values;
    const t = texts.milestone;
    const reward = money(values.reward);
    return {
      subject: say(t.subject, { friends, reward, day: day(decideBy, zone) }),
      heading: say(t.heading, { friends }),
      paragraphs: [say(t.thanks, { friends }), say(t.waits, { reward, decideBy: moment(decideBy, zone) }), t.undone],
      facts: [
        { label: texts.facts.reward, value: reward },
        { label: texts.facts.decisionBy, value: moment(decideBy, zone) },
      ],
      ...ending(t.action, values, context),
      zone,
    };
  },

  reward_approved: (values, context) => {
    const { texts, say, money, moment, day } = context.voice;
    const { payBy, zone } = values;
    const t = texts.approved;
    const reward = money(values.reward);
    return {
      subject: say(t.subject, { reward, day: day(payBy, zone) }),
      heading: t.heading,
      paragraphs: [say(t.thanks, { reward }), say(t.by, { payBy: moment(payBy, zone) })],
      ...ending(t.action, values, context),
      zone,
    };
  },

  approval_undone: (values, context) => {
    const { texts, say, money, moment } = context.voice;
    const { decideBy, zone } = values;
    const t = texts.approvalUndone;
    const reward = money(values.reward);
    return {
      subject: say(t.subject, { reward }),
      heading: t.heading,
      paragraphs: [say(t.undone, { reward }), say(t.by, { decideBy: moment(decideBy, zone) })],
      ...ending(t.action, values, context),
      zone,
    };
  },

  reward_issued: (values, context) => {
    const { texts, say, money } = context.voice;
    const t = values.paidOut ? texts.paidOut : texts.issued;
    const reward = money(values.reward);
    return {
      subject: say(t.subject, { reward }),
      heading: t.heading,
      paragraphs: [say(t.given, { reward }), ...setOffSentences(values.setOff, context.voice), t.thanks],
      ...ending(t.action, values, context),
    };
  },

  payout_details_needed: (values, context) => {
    const { texts, say, money } = context.voice;
    const t = texts.detailsNeeded;
    const reward = money(values.reward);
    return { subject: say(t.subject, { reward }), heading: t.heading, paragraphs: [say(t.ready, { reward }), t.where], ...ending(t.action, values, context) };
  },

  free_month_given: (values, context) => {
    const { texts, say, money } = context.voice;
    const t = texts.freeMonth;
    const worth = money(values.worth);
    return {
      subject: say(values.whole ? t.subject : t.subjectPart, { worth }),
      heading: values.whole ? t.heading : t.headingPart,
      paragraphs: [values.whole ? t.given : say(t.part, { worth }), t.thanks],
      ...ending(t.action, values, context),
    };
  },

  cause_needed: (values, context) => {
    const { texts, say, money } = context.voice;
    const t = texts.donation.needed;
    const reward = money(values.reward);
    return { subject: say(t.subject, { reward }), heading: t.heading, paragraphs: [say(t.ready, { reward }), t.choose], ...ending(t.action, values, context) };
  },

  reward_donated: (values, context) => {
    const { texts, say, money } = context.voice;
    const t = texts.donation.given;
    const told = { reward: money(values.reward), cause: values.cause };
    return { subject: say(t.subject, told), heading: t.heading, paragraphs: [say(t.given, told), t.thanks], ...ending(t.action, values, context) };
  },

  gift_address_needed: (values, context) => {
    const t = context.voice.texts.gift.needed;
    return { subject: t.subject, heading: t.heading, paragraphs: [t.ready, t.where], ...ending(t.action, values, context) };
  },

  gift_sent: (values, context) => {
    const { texts, say } = context.voice;
    const t = texts.gift.sent;
    const { item, tracking } = values;
    return {
      subject: say(t.subject, { item }),
      heading: t.heading,
      paragraphs: [say(t.chosen, { item }), t.arrived],
      ...(tracking && { facts: [{ label: texts.facts.tracking, value: tracking }] }),
      ...ending(t.action, values, context),
    };
  },

  reward_set_off: (values, context) => {
    const { texts, say, money } = context.voice;
    const t = texts.setOff;
    const [earned, left] = [money(values.earned), money(values.left)];
    return {
      subject: say(t.subject, { earned }),
      heading: t.heading,
      paragraphs: [
        say(t.all, { earned }),
        values.left.amountMinor > 0n ? say(t.left, { left }) : t.settled,
        t.thanks,
      ],
      facts: [
        { label: texts.facts.earned, value: earned },
        { label: texts.facts.open, value: left },
      ],
      ...ending(t.action, values, context),
    };
  },

  reward_refused: (values, context) => {
    const { texts, say, moment } = context.voice;
    const { because, clause, answerBy, zone } = values;
    const t = texts.refused;
    const sentence = "note" in because ? because.note : t.because[because.reason];
    return {
      subject: t.subject,
      heading: t.heading,
      paragraphs: [
        ...(sentence ? [sentence] : []),
        clause ? say(t.clause, { number: String(clause.number), clause: clause.text }) : t.noClause,
        ...(values.friendKeepsOffer ? [t.friend] : []),
        say(t.disagree, { answerBy: moment(answerBy, zone) }),
      ],
      ...ending(t.action, values, context),
      zone,
    };
  },

  reward_reversed: (values, context) => {
    const { texts, say, money } = context.voice;
    const t = texts.reversed;
    const all = values.left.amountMinor === 0n;
    const told = { takenBack: money(values.takenBack), left: money(values.left), cause: t.cause[values.cause] };
    return {
      subject: say(all ? t.subjectAll : t.subjectPart, told),
      heading: all ? t.headingAll : t.headingPart,
      paragraphs: [say(all ? t.all : t.part, told), values.wasPaid ? t.paid : t.unpaid],
      ...(!all && { facts: [{ label: texts.facts.left, value: told.left }] }),
      ...ending(t.action, values, context),
    };
  },

  promotion_code_issued: (values, context) => {
    const { texts, say, money, day } = context.voice;
    const { code, expiresAt, zone } = values;
    const t = texts.promotionCode;
    const worth = money(values.worth);
    return {
      subject: say(t.subject, { worth, code }),
      heading: t.heading,
      code,
      paragraphs: [say(t.thanks, { worth }), ...setOffSentences(values.setOff, context.voice), t.use],
      ...(expiresAt && { facts: [{ label: texts.facts.until, value: day(expiresAt, zone) }], zone }),
      ...ending(t.action, values, context),
    };
  },

  appeal_received: (values, context) => {
    const { texts, say, moment } = context.voice;
    const t = texts.appeal.received;
    const answerBy = moment(values.answerBy, values.zone);
    return {
      subject: say(t.subject, { answerBy }),
      heading: t.heading,
      paragraphs: [say(t.promise, { answerBy })],
      ...ending(t.action, values, context),
      zone: values.zone,
    };
  },

  appeal_answered: (values, context) => {
    const { texts } = context.voice;
    const t = texts.appeal.answered;
    return {
      subject: values.upheld ? t.subjectUpheld : t.subjectStays,
      heading: values.upheld ? t.headingUpheld : t.headingStays,
      paragraphs: [values.answer, values.upheld ? t.upheld : t.stays],
      ...ending(t.action, values, context),
    };
  },
};
