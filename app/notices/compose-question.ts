import type { Composers } from "./compose-context";

/** A champion waits for a person, or a person for a champion: by when there is an answer, that it takes longer, and the answer. */
export const composeQuestion: Composers<"question_received" | "question_answered" | "promise_late" | "inquiry"> = {
  inquiry: ({ programTitle, path, question, answerUntil, decideBy, zone }, { voice: { texts, say, moment, day }, company, link }) => {
    const t = texts.inquiry;
    return {
      subject: say(t.subject, { day: day(answerUntil, zone) }),
      heading: t.heading,
      paragraphs: [t.why, question, say(t.until, { answerUntil: moment(answerUntil, zone) }), say(t.decided, { decideBy: moment(decideBy, zone) }), t.private],
      action: { label: t.action, url: link(path) },
      why: say(texts.why.recommends, { company, program: programTitle }),
      zone,
    };
  },

  promise_late: ({ programTitle, path, kind, reason, firstBy, newBy, zone }, { voice: { texts, say, moment }, company, link }) => {
    const t = texts.promiseLate;
    const values = { firstBy: moment(firstBy, zone), newBy: moment(newBy, zone) };
    return {
      subject: say(t.subject, values),
      heading: t.heading,
      paragraphs: [say(t.about[kind], values), t.because[reason], say(t.next, values)],
      action: { label: t.action, url: link(path) },
      why: say(texts.why.recommends, { company, program: programTitle }),
      zone,
    };
  },

  question_received: ({ programTitle, path, answerBy: at, zone }, { voice: { texts, say, moment }, company, link }) => {
    const t = texts.question.received;
    const answerBy = moment(at, zone);
    return {
      subject: say(t.subject, { answerBy }),
      heading: t.heading,
      paragraphs: [say(t.promise, { answerBy })],
      action: { label: t.action, url: link(path) },
      why: say(texts.why.recommends, { company, program: programTitle }),
      zone,
    };
  },

  question_answered: ({ programTitle, path, answer }, { voice: { texts, say }, company, link }) => {
    const t = texts.question.answered;
    return {
      subject: t.subject,
      heading: t.heading,
      paragraphs: [answer],
      action: { label: t.action, url: link(path) },
      why: say(texts.why.recommends, { company, program: programTitle }),
    };
  },
};
