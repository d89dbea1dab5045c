import type { Composers } from "./compose-context";

/** `a…@example.com`: enough for its owner to know it, too little to learn it from a forwarded mail. */
function masked(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}…${email.slice(Math.max(at, 1))}`;
}

export const composeSecurity: Composers<"sign_in_code" | "email_change_requested" | "email_changed" | "factor_changed" | "payout_details_changed"> = {
  sign_in_code: ({ code, minutes, path }, { voice: { texts, say }, company, link }) => {
    const t = texts.signInCode;
    const shown = `${code.slice(0, 4)} ${code.slice(4)}`;
    return {
      subject: say(t.subject, { code: shown }),
      heading: t.heading,
      code: shown,
      paragraphs: [say(t.type, { minutes }), t.orPress],
      action: { label: t.action, url: link(path) },
      why: say(t.why, { company }),
    };
  },

  email_change_requested: (values, { voice: { texts, say, moment, day }, company, link }) => {
    const { recipient, newEmail, effectiveAt, zone, path } = values;
    const at = moment(effectiveAt, zone);
    if (recipient === "new") {
      const t = texts.emailChange.new;
      return {
        subject: t.subject,
        heading: t.heading,
        paragraphs: [say(t.asked, { company }), say(t.when, { at })],
        action: { label: t.action, url: link(path) },
        why: say(t.why, { company }),
        zone,
      };
    }
    const t = texts.emailChange.old;
    return {
      subject: say(t.subject, { day: day(effectiveAt, zone) }),
      heading: t.heading,
      paragraphs: [say(t.asked, { address: masked(newEmail), at }), t.ifYou],
      action: { label: t.action, url: link(path) },
      why: say(texts.why.account, { company }),
      zone,
    };
  },

  email_changed: ({ newEmail, changedAt, zone, path }, { voice: { texts, say, moment }, company, link }) => {
    const t = texts.emailChanged;
    return {
      subject: say(t.subject, { company }),
      heading: t.heading,
      paragraphs: [say(t.changed, { at: moment(changedAt, zone), address: masked(newEmail) }), t.notYou],
      action: { label: t.action, url: link(path) },
      why: say(texts.why.account, { company }),
      zone,
    };
  },

  factor_changed: ({ change, changedAt, zone, path }, { voice: { texts, say, moment }, company, link }) => {
    const t = texts.factor;
    return {
      subject: t.subject[change],
      heading: t.subject[change],
      paragraphs: [say(t.changed, { at: moment(changedAt, zone) }), t.notYou],
      action: { label: t.action, url: link(path) },
      why: say(texts.why.account, { company }),
      zone,
    };
  },

  payout_details_changed: ({ changedAt, paidFrom, zone, path }, { voice: { texts, say, moment, day }, company, link }) => {
    const t = texts.payoutDetails;
    return {
      subject: say(t.subject, { day: day(paidFrom, zone) }),
      heading: t.heading,
      paragraphs: [say(t.changed, { at: moment(changedAt, zone), company }), say(t.waits, { paidFrom: moment(paidFrom, zone) }), t.notYou],
      action: { label: t.action, url: link(path) },
      why: say(texts.why.account, { company }),
      zone,
    };
  },
};
