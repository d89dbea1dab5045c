import type { ComposeContext, Composers } from "./compose-context";

function ending(label: string, { programTitle: program, path }: { programTitle: string; path: string }, context: ComposeContext) {
  const { voice, company, link } = context;
  return { action: { label, url: link(path) }, why: voice.say(voice.texts.why.recommends, { company, program }) };
}

/** What a champion reads of a reward that has nothing it could come off (W17, F36). */
export const composeExpiry: Composers<"reward_expiring" | "reward_expired"> = {
  reward_expiring: (values, context) => {
    const { texts, say, money, day, moment } = context.voice;
    const { until, zone } = values;
    const t = texts.expiring;
    const reward = money(values.reward);
    return {
      subject: say(t.subject, { reward, day: day(until, zone) }),
      heading: t.heading,
      paragraphs: [say(t.waits, { reward }), say(t.until, { until: moment(until, zone) }), t.help],
      facts: [
        { label: texts.facts.reward, value: reward },
        { label: texts.facts.until, value: moment(until, zone) },
      ],
      ...ending(t.action, values, context),
      zone,
    };
  },

  reward_expired: (values, context) => {
    const { texts, say, money } = context.voice;
    const t = texts.expired;
    const reward = money(values.reward);
    return {
      subject: say(t.subject, { reward }),
      heading: t.heading,
      paragraphs: [say(t.lapsed, { reward }), t.told, t.help],
      ...ending(t.action, values, context),
    };
  },
};
