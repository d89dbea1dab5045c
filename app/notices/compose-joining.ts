import type { Composers } from "./compose-context";

export const composeJoining: Composers<"welcome" | "application_received" | "application_accepted" | "application_refused"> = {
  welcome: ({ programTitle: program, code, ownOffer, path }, { voice: { texts, say }, company, link }) => {
    const t = texts.welcome;
    const own = link(`/r/${encodeURIComponent(code)}`);
    return {
      subject: say(t.subject, { program }),
      heading: t.heading,
      paragraphs: [say(t.thanks, { program }), t.share, ...(ownOffer ? [say(t.own, { offer: ownOffer })] : [])],
      facts: [
        { label: texts.facts.link, value: own, url: own },
        { label: texts.facts.code, value: code },
      ],
      action: { label: t.action, url: link(path) },
      why: say(t.why, { program, company }),
    };
  },

  application_received: ({ programTitle: program, answerBy, zone, path }, { voice: { texts, say, moment }, company, link }) => {
    const t = texts.application.received;
    const by = moment(answerBy, zone);
    return {
      subject: say(t.subject, { answerBy: by }),
      heading: t.heading,
      paragraphs: [say(t.promise, { answerBy: by }), t.wait],
      action: { label: t.action, url: link(path) },
      why: say(texts.application.why, { program, company }),
      zone,
    };
  },

  application_accepted: ({ programTitle: program, ownOffer, path }, { voice: { texts, say }, company, link }) => {
    const t = texts.application.accepted;
    return {
      subject: say(t.subject, { program }),
      heading: t.heading,
      paragraphs: [t.thanks, t.next, ...(ownOffer ? [say(texts.welcome.own, { offer: ownOffer })] : [])],
      action: { label: t.action, url: link(path) },
      why: say(texts.application.why, { program, company }),
    };
  },

  application_refused: (values, { voice: { texts, say, day }, company, link }) => {
    const { programTitle: program, reason, mayReapplyAt, zone, path } = values;
    const t = texts.application.refused;
    return {
      subject: say(t.subject, { program }),
      heading: t.heading,
      paragraphs: [
        say(t.decided, { reason }),
        ...(mayReapplyAt ? [say(t.again, { date: day(mayReapplyAt, zone) })] : []),
        t.disagree,
      ],
      action: { label: t.action, url: link(path) },
      why: say(texts.application.why, { program, company }),
      ...(mayReapplyAt && { zone }),
    };
  },
};
