import type { Composers } from "./compose-context";

/** A champion asked why nothing came: by when a person answers, and the answer. */
export const composeQuestion: Composers<"question_received" | "question_answered"> = {
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
