import type { ComposeContext, Composers } from "./compose-context";

function ending(label: string, { programTitle: program, path }: { programTitle: string; path: string }, context: ComposeContext) {
  const { voice, company, link } = context;
  return { action: { label, url: link(path) }, why: voice.say(voice.texts.why.recommends, { company, program }) };
}

/** What a champion reads when something they had was taken back (M5), or came back on its way to them (M16). */
export const composeReturn: Composers<"reward_returned" | "payout_failed" | "payout_returned"> = {
  reward_returned: (values, context) => {
    const { texts, say, money } = context.voice;
    const t = texts.returned;
    const amount = money(values.amount);
    return {
      subject: say(t.subject, { amount }),
      heading: t.heading,
      paragraphs: [say(t.from[values.from], { amount }), say(t.settled, { amount })],
      ...ending(t.action, values, context),
    };
  },

  payout_failed: (values, context) => {
    const { texts, say, money } = context.voice;
    const t = texts.payoutFailed;
    const amount = money(values.amount);
    return { subject: say(t.subject, { amount }), heading: t.heading, paragraphs: [say(t.failed, { amount }), t.next, t.waits], ...ending(t.action, values, context) };
  },

  payout_returned: (values, context) => {
    const { texts, say, money, moment } = context.voice;
    const { retryAt, zone } = values;
    const t = texts.payoutReturned;
    const amount = money(values.amount);
    return {
      subject: say(t.subject, { amount }),
      heading: t.heading,
      paragraphs: [say(t.came, { amount }), say(t.next, { retryAt: moment(retryAt, zone) }), t.check],
      ...ending(t.action, values, context),
      zone,
    };
  },
};
