import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aBrand, sampleValues } from "~/testing/builders/notices";
import { LOCALES, type Locale } from "~/platform/locale";
import { MAIL_TEMPLATES, TEMPLATE_NAMES } from "./mail-templates";
import type { MailValues, TemplateName } from "./mail-values";
import { renderRequest } from "./render-request.server";
import { readStopToken } from "./unsubscribe-token.server";

const NOW = new Date("2026-11-24T09:00:00Z");

interface Sent {
  from: string;
  to: string[];
  reply_to?: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

function render<Name extends TemplateName>(
  template: Name,
  values: MailValues[Name],
  { locale = "en" as Locale, firstName = "Anna" as string | null, to = "anna@example.test", brand = aBrand } = {},
) {
  const recipient = { email: to, firstName, locale };
  const { body, content } = renderRequest({ template, values, mailId: "mai_1", personId: "psn_1", recipient, to, brand, now: NOW });
  return { ...(JSON.parse(body) as Sent), content };
}

const every = TEMPLATE_NAMES.flatMap((template) =>
  LOCALES.flatMap((locale) => sampleValues[template].map((values, face) => ({ template, locale, values, face }))),
);

/** Words that this product never says, in either language. */
const NEVER = /as soon as possible|zo snel mogelijk|against our rules|tegen onze regels|^unfortunately|^helaas|invalid|ongeldig|\busers?\b|gebruikers?\b|\bleads?\b|!!|!\s*!/im;
const seen = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<br>/g, "\n")
    .replace(/<[^>]+>/g, "\n")
    .replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

describe.each(every)("$template in $locale, face $face", ({ template, locale, values }) => {
  const { subject, html, text, headers, content, to, reply_to } = render(template, values as never, { locale });
  const stoppable = MAIL_TEMPLATES[template].kind !== "security";

  it("says what it has to say in both parts", () => {
    const parts = [content.heading, ...content.paragraphs, content.why, content.action.label, content.action.url];
    const more = (content.sections ?? []).flatMap(({ title, lines }) => [title, ...lines.map((line) => line.text)]);
    for (const part of [...parts, ...more, ...(content.facts ?? []).flatMap(({ label, value }) => [label, value])]) {
      expect(text).toContain(part);
      expect(`${seen(html)}${html.replace(/&amp;/g, "&")}`).toContain(part);
    }
    expect(subject.length).toBeGreaterThan(5);
    expect(subject.length).toBeLessThan(90);
  });

  it("leaves no placeholder open and no word we never say", () => {
    for (const part of [subject, seen(html), text]) {
      expect(part).not.toMatch(/\{\w|undefined|null|NaN|\[object/);
      expect(part).not.toMatch(NEVER);
    }
  });

  it("names the company, its postal address and the way to answer", () => {
    expect(text).toContain("Noor & Co\nKade 1\n1011 AB Amsterdam");
    expect(seen(html)).toContain("Kade 1\n1011 AB Amsterdam");
    expect(to).toEqual(["anna@example.test"]);
    expect(reply_to).toBe("help@noor.example");
  });

  it(stoppable ? "can be stopped with one click" : "cannot be stopped", () => {
    const url = /<(.+)>/.exec(headers["List-Unsubscribe"] ?? "")?.[1];
    if (!stoppable) {
      expect(url).toBeUndefined();
      expect(headers["List-Unsubscribe-Post"]).toBeUndefined();
      expect(html + text).not.toContain("/mail/stop/");
      return;
    }
    expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    const token = /^http:\/\/localhost:3000\/mail\/stop\/(.+)$/.exec(url ?? "")?.[1] ?? "";
    expect(readStopToken(token)).toEqual({ personId: "psn_1", kind: MAIL_TEMPLATES[template].kind });
    expect(text).toContain(url);
    expect(html).toContain(`href="${url}"`);
    expect(html).toContain('href="http://localhost:3000/portal/account"');
  });

  it("leads only to ourselves and shows no picture that could tell who reads", () => {
    const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^http:\/\/localhost:3000\//);
    expect(html).not.toMatch(/<img|<script|url\(/);
  });
});

describe("what a mail says", () => {
  const [bought] = sampleValues.recommendation_bought as [MailValues["recommendation_bought"]];
  const [, partly] = sampleValues.reward_reversed as [MailValues["reward_reversed"], MailValues["reward_reversed"]];

  it("promises amount, day and hour in the reader's language and the program's zone", () => {
    expect(render("recommendation_bought", bought).subject).toBe("Your recommendation worked: €10.00 is yours on Monday 21 December");
    expect(render("recommendation_bought", bought).text).toContain("by Monday 21 December at 17:00");
    const dutch = render("recommendation_bought", bought, { locale: "nl" });
    expect(dutch.subject).toBe("Je aanbeveling werkte: € 10,00 is maandag 21 december van jou".replace("€ ", "€\u00a0"));
    expect(dutch.text).toContain("uiterlijk maandag 21 december om 17:00 uur");
    const tokyo = render("recommendation_bought", { ...bought, zone: "Asia/Tokyo" });
    expect(tokyo.text).toContain("Tuesday 22 December at 01:00");
    expect(tokyo.text).toContain("Times in this mail are those of Asia/Tokyo.");
  });

  it("names the year when it is another one", () => {
    const values = { ...bought, decideBy: new Date("2027-01-04T16:00:00Z") };
    expect(render("recommendation_bought", values).subject).toContain("Monday 4 January 2027");
  });

  it("shows the code so that it can be typed", () => {
    const [values] = sampleValues.sign_in_code as [MailValues["sign_in_code"]];
    expect(render("sign_in_code", values).subject).toBe("1234 5678 is your sign-in code");
    expect(render("sign_in_code", values, { locale: "nl" }).subject).toBe("1234 5678 is je inlogcode");
  });

  it("tells a refusal with its clause, the sentence of a person and the way to appeal (S7)", () => {
    const [values] = sampleValues.reward_refused as [MailValues["reward_refused"]];
    const { text, content } = render("reward_refused", values);
    expect(content.paragraphs[0]).toBe("Thank you for telling others about us. This one did not count as new.");
    expect(text).toContain("clause 4 of the terms you accepted: “A recommendation counts for somebody who is new.”");
    expect(text).toContain("Your friend keeps the discount.");
    expect(text).toContain("Ask us to look again:\nhttp://localhost:3000/portal/friends/rewards/rwd_1");
    expect(render("reward_refused", { ...values, friendKeepsOffer: false }).text).not.toContain("friend keeps");
    const unwritten = render("reward_refused", { ...values, clause: null, because: { reason: "click_expired" } });
    expect(unwritten.content.paragraphs[0]).toBe("The visit through your link was too long ago when your friend bought.");
    expect(unwritten.text).toContain("have no clause that says so");
    expect(unwritten.text).toContain("Ask us to look again:\nhttp://localhost:3000/portal/friends/rewards/rwd_1");
  });

  it("tells a partial reversal with what is left (M4)", () => {
    expect(render("reward_reversed", partly).subject).toBe("Your reward is €6.00 now: part of the purchase was refunded");
    expect(render("reward_reversed", partly).text).toContain("Nothing is ever charged to you");
  });

  it("tells what was earned, what settled an older claim and what of that is left (M12)", () => {
    const [open, settled] = sampleValues.reward_set_off as [MailValues["reward_set_off"], MailValues["reward_set_off"]];
    expect(render("reward_set_off", open).text).toContain("You earned €10.00.");
    expect(render("reward_set_off", open).text).toContain("€5.00 is still open.");
    expect(render("reward_set_off", settled).text).toContain("your next reward is yours in full");
    const [, partly] = sampleValues.reward_issued as [unknown, MailValues["reward_issued"]];
    expect(render("reward_issued", partly).text).toContain("You earned €10.00. €3.00 of it settles an earlier reward");
  });

  it("greets by name, or without one", () => {
    const values = { programTitle: "P", path: "/portal", reward: bought.reward, paidOut: false, setOff: null } as const;
    expect(render("reward_issued", values).text).toContain("Hi Anna,");
    const nameless = render("reward_issued", values, { firstName: null });
    expect(nameless.text).toContain("Hello,");
  });

  it("shows the company's logo from our own address, the same for every reader", () => {
    const brand = { ...aBrand, logoUrl: "http://localhost:3000/logo/1" };
    const [values] = sampleValues.reward_issued as [MailValues["reward_issued"]];
    const { html } = render("reward_issued", values, { brand });
    expect(html.match(/<img[^>]*>/g)).toHaveLength(1);
    expect(html).toContain('<img src="http://localhost:3000/logo/1" alt="Noor &amp; Co"');
  });

  it("shows a new address only in part", () => {
    for (const values of sampleValues.email_changed) {
      const { text, html } = render("email_changed", values);
      expect(text + html).not.toContain("anna.new@");
      expect(text).toContain("a…@example.test");
    }
  });
});

const OWN_TAGS = new Set("!doctype html head meta title style body div table tr td span h1 h2 p a br".split(" "));

describe("what people typed", () => {
  const nasty = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("<img src=x onerror=alert(1)>", "\r\nBcc: evil@example.test", "{name}", "'{", "<b>", "\u0000\u2028", "&lt;script&gt;"),
  );

  it("never becomes markup or another header (ASVS 1.2.1, 1.3.11)", () => {
    fc.assert(
      fc.property(nasty, nasty, (note, name) => {
        const values = { ...(sampleValues.reward_refused[0] as MailValues["reward_refused"]), because: { note }, clause: { number: 4, text: name }, programTitle: name };
        const { html, subject, headers } = render("reward_refused", values, { firstName: name });
        const tags = [...html.matchAll(/<\/?([a-z1-6!]+)/gi)].map(([, tag]) => tag?.toLowerCase());
        expect(tags.filter((tag) => !OWN_TAGS.has(tag ?? ""))).toEqual([]);
        for (const line of [subject, ...Object.values(headers)]) expect(line).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 300 },
    );
    const digest = { ...(sampleValues.staff_digest[0] as MailValues["staff_digest"]) };
    digest.overdue = [{ ...digest.overdue[0]!, name: "Eve\r\nBcc: x@example.test" }];
    expect(render("staff_digest", digest).subject).not.toMatch(/[\r\n]/);
    expect(render("application_received", { ...(sampleValues.application_received[0]!), programTitle: "A\r\nB" }).subject).not.toMatch(/[\r\n]/);
    expect(render("application_accepted", { programTitle: "A\r\nBcc: x@example.test", ownOffer: null, path: "/" }).subject).toBe("You are in: welcome to “A Bcc: x@example.test”");
  });

  it.each(["anna@example.test\r\nBcc: evil@example.test", "a@example.test, b@example.test", "Anna <a@example.test>", "a b@example.test", ""])(
    "is no address when it is more than one: %j",
    (to) => {
      const values = { programTitle: "P", ownOffer: null, path: "/portal" } as const;
      expect(() => render("application_accepted", values, { to })).toThrow("mail header refused");
    },
  );

  it("cannot lead away from us", () => {
    for (const path of ["//evil.example/x", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      expect(() => render("application_accepted", { programTitle: "P", ownOffer: null, path: path as `/${string}` })).toThrow("own paths");
    }
  });

  it("names the sender without letting the name add one", () => {
    const from = (senderName: string, senderEmail = "") => {
      const brand = { ...aBrand, senderName, senderEmail };
      return render("application_accepted", { programTitle: "P", ownOffer: null, path: "/" }, { brand }).from;
    };
    expect(from("Noor")).toBe("Noor <champions@example.test>");
    expect(from("Noor, Inc.")).toBe('"Noor, Inc." <champions@example.test>');
    expect(from('No"or <evil@x.example>')).toBe('"Noor evil@x.example" <champions@example.test>');
    expect(from("Noor", "noor@example.test")).toBe("Noor <noor@example.test>");
    expect(from("Noor", "noor@elsewhere.example")).toBe("Noor <champions@example.test>");
    expect(() => from("Noor\r\nBcc: x@example.test")).toThrow("mail header refused");
  });
});
