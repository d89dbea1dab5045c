import type { ComposeContext, Composers } from "./compose-context";
import type { MailContent } from "./mail-content";
import type { MailValues, WaitingItem } from "./mail-values";
import { MAILS_PER_WEEK } from "./weekly-cap";

/** The work of the desk and the way to it, a trial of the sender, and the outbox's own summary. */
export const composeDesk: Composers<"staff_digest" | "staff_welcome" | "webhook_trouble" | "test_mail" | "bundle"> = {
  staff_digest: (values, context) => {
    const { texts, say, moment } = context.voice;
    const { counts, overdue, next, failing, zone, path } = values;
    const t = texts.digest;
    const all = counts.reward + counts.application + counts.appeal + counts.question;
    const lineOf = ({ what, name, promisedBy, path: to }: WaitingItem) => ({
      text: say(t.item[what], { name, at: moment(promisedBy, zone) }),
      url: context.link(to),
    });
    const first = next[0] ? moment(next[0].promisedBy, zone) : "";
    const sentence = say(t.counts.sentence, {
      rewards: say(t.counts.reward, { count: counts.reward }),
      applications: say(t.counts.application, { count: counts.application }),
      appeals: say(t.counts.appeal, { count: counts.appeal }),
      questions: say(t.counts.question, { count: counts.question }),
    });
    const unnamed = all - overdue.length - next.length;
    const waits = counts.late > 0 ? say(t.subjectLate, { late: counts.late, all }) : say(t.subject, { all, first });
    return {
      subject: all > 0 ? waits : say(t.subjectFailing, { count: failing.length }),
      heading: t.heading,
      paragraphs: [sentence, ...(unnamed > 0 ? [say(t.more, { count: unnamed })] : [])],
      sections: [
        { title: t.late, lines: overdue.map(lineOf) },
        { title: t.next, lines: next.map(lineOf) },
        {
          title: t.failing,
          lines: failing.map(({ host, since, path: to }) => ({ text: say(t.endpoint, { host, since: moment(since, zone) }), url: context.link(to) })),
        },
      ].filter(({ lines }) => lines.length > 0),
      action: { label: all > 0 ? t.action : t.actionFailing, url: context.link(path) },
      why: say(texts.why.staff, { company: context.company }),
      zone,
    };
  },

  staff_welcome: ({ path }, { voice: { texts, say }, company, link }) => {
    const t = texts.staffWelcome;
    return {
      subject: say(t.subject, { company }),
      heading: t.heading,
      paragraphs: [say(t.added, { company }), t.how],
      action: { label: t.action, url: link(path) },
      why: say(t.why, { company }),
    };
  },

  webhook_trouble: ({ host, trouble, path }, { voice: { texts, say }, company, link }) => {
    const t = texts.webhookTrouble;
    return {
      subject: say(t[trouble].subject, { host }),
      heading: say(t[trouble].heading, { host }),
      paragraphs: [say(t[trouble].why, { host }), t[trouble].next],
      action: { label: t.action, url: link(path) },
      why: say(texts.why.staff, { company }),
    };
  },

  test_mail: ({ path }, { voice: { texts, say }, company, link }) => {
    const t = texts.test;
    return {
      subject: say(t.subject, { company }),
      heading: t.heading,
      paragraphs: [say(t.seen, { company }), t.reply],
      action: { label: t.action, url: link(path) },
      why: say(texts.why.staff, { company }),
    };
  },

  bundle: (values, context) => composeBundle(values, context),
};

function composeBundle({ outcomes, path }: MailValues["bundle"], context: ComposeContext): MailContent {
  const { texts, say } = context.voice;
  const t = texts.bundle;
  return {
    subject: say(t.subject, { count: outcomes.length }),
    heading: t.heading,
    paragraphs: [say(t.intro, { perWeek: MAILS_PER_WEEK })],
    sections: outcomes.map(({ headline, sentence, action }) => ({
      title: headline,
      lines: [{ text: sentence }, { text: action.label, url: action.url }],
    })),
    action: { label: t.action, url: context.link(path) },
    why: say(t.why, { company: context.company }),
  };
}
