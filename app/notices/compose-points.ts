import type { ComposeContext, Composers } from "./compose-context";

function ending(label: string, { programTitle: program, path }: { programTitle: string; path: string }, context: ComposeContext) {
  const { voice, company, link } = context;
  return { action: { label, url: link(path) }, why: voice.say(voice.texts.why.recommends, { company, program }) };
}

/** What a champion reads of their points, and of the prizes they chose with them. */
export const composePoints: Composers<"points_given" | "prize_sent" | "prize_called_off"> = {
  points_given: (values, context) => {
    const { texts, say } = context.voice;
    const { points } = values;
    const t = texts.pointsGiven;
    return { subject: say(t.subject, { points }), heading: say(t.heading, { points }), paragraphs: [say(t.given, { points }), t.choose], ...ending(t.action, values, context) };
  },

  prize_sent: (values, context) => {
    const { texts, say } = context.voice;
    const { prize, note } = values;
    const t = texts.prizeSent;
    return { subject: say(t.subject, { prize }), heading: t.heading, paragraphs: [say(t.sent, { prize }), ...(note ? [note] : [])], ...ending(t.action, values, context) };
  },

  prize_called_off: (values, context) => {
    const { texts, say } = context.voice;
    const { prize, points, reason } = values;
    const t = texts.prizeCalledOff;
    return { subject: say(t.subject, { prize }), heading: t.heading, paragraphs: [say(t.because, { prize, reason }), say(t.back, { points })], ...ending(t.action, values, context) };
  },
};
