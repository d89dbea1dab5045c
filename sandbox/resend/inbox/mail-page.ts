import type { Mail } from "../entries";
import type { SandboxState } from "../state";
import { deliveryLine } from "./deliveries-page";
import { html, type Html } from "./html";
import { mailState } from "./inbox-page";
import { time } from "./layout";
import { withTrackedLinks } from "./links";
import { signInCode } from "./sign-in-code";
import { oneClickUrl } from "./unsubscribe";

export const TABS = ["html", "text", "headers", "events"] as const;
export type Tab = (typeof TABS)[number];

const TAB_NAMES: Record<Tab, string> = {
  html: "Mail",
  text: "Plain text",
  headers: "Headers",
  events: "Events",
};
const NOTICES: Record<string, { text: string; bad: boolean }> = {
  unsubscribed: { text: "Unsubscribed: the product accepted the one-click request.", bad: false },
  "unsubscribe-refused": {
    text: "The product did not accept the one-click request. Nothing changed.",
    bad: true,
  },
  bounced: { text: "Marked as bounced. The address is on the suppression list now.", bad: false },
  complained: {
    text: "Marked as spam by its reader. The address is on the suppression list now.",
    bad: false,
  },
  resent: { text: "The webhook is on its way again.", bad: false },
};

/** One mail with the chosen tab. */
export function mailPage(state: SandboxState, mail: Mail, tab: Tab, notice: string): Html {
  const code = signInCode(mail);
  const said = Object.hasOwn(NOTICES, notice) ? NOTICES[notice] : undefined;
  return html`<p class="back"><a href="/">All mails</a></p>
    ${said !== undefined && html`<p class="notice${said.bad ? " bad" : ""}" role="status">${said.text}</p>`}
    <h1>${mail.subject || "(no subject)"}</h1>
    <dl class="facts">
      <dt>From</dt>
      <dd>${mail.from}</dd>
      <dt>To</dt>
      <dd>${mail.to.join(", ")}</dd>
      <dt>Sent</dt>
      <dd>${time(mail.createdAt)} ${mailState(state, mail)}</dd>
      ${mail.attachments.length > 0 && attachments(mail)}
    </dl>
    ${code !== null && html`<p><span class="code large" title="Sign-in code">${code}</span></p>`}
    <nav class="tabs" aria-label="Views of this mail">
      ${TABS.filter((one) => one !== "html" || mail.html !== null).map(
        (one) =>
          html`<a href="/mails/${mail.id}/${one}" ${one === tab && html`aria-current="page"`}
            >${TAB_NAMES[one]}</a
          >`
      )}
    </nav>
    <div class="card pane">${pane(state, mail, tab)}</div>
    <div class="actions">${actions(mail)}</div>`;
}

function pane(state: SandboxState, mail: Mail, tab: Tab): Html {
  switch (tab) {
    case "html":
      // No scripts, no forms, an origin of its own; only a reader's own click may leave the frame.
      return html`<iframe
        title="The mail as its reader sees it"
        sandbox="allow-top-navigation-by-user-activation"
        srcdoc="${withTrackedLinks(mail.html ?? "", mail.id)}"
      ></iframe>`;
    case "text":
      return html`<pre>${linkified(mail.text ?? "This mail has no plain-text part.")}</pre>`;
    case "headers":
      return html`<dl class="facts">${headerRows(mail)}</dl>`;
    case "events":
      return html`<ol class="events">
        ${state.eventsOf(mail.id).map(
          (event) => html`<li>
            <strong>${event.type}</strong> <span class="when">${time(event.at)}</span>
            ${state.deliveriesOf(event.id).map((delivery) => deliveryLine(state, delivery))}
          </li>`
        )}
      </ol>`;
  }
}

function headerRows(mail: Mail): Html[] {
  const rows: [string, string][] = [
    ["From", mail.from],
    ["To", mail.to.join(", ")],
    ["Cc", mail.cc.join(", ")],
    ["Bcc", mail.bcc.join(", ")],
    ["Reply-To", mail.replyTo.join(", ")],
    ["Subject", mail.subject],
    ["Message-ID", mail.messageId],
    ...Object.entries(mail.headers),
    ["Idempotency-Key", mail.idempotencyKey ?? ""],
    ...mail.tags.map((tag): [string, string] => [`Tag ${tag.name}`, tag.value]),
  ];
  return rows
    .filter(([, value]) => value !== "")
    .map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`
    );
}

function linkified(text: string): Html[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) => {
    if (index % 2 === 0) return html`${part}`;
    return html`<a href="${part}" rel="noreferrer">${part}</a>`;
  });
}

function attachments(mail: Mail): Html {
  const names = mail.attachments.map((file) => `${file.filename} (${Math.ceil(file.bytes / 1024)} KB)`);
  return html`<dt>Attached</dt>
    <dd>${names.join(", ")}</dd>`;
}

function actions(mail: Mail): Html {
  const button = (path: string, label: string, outcome: string) => html`<form
    method="post"
    action="/mails/${mail.id}/${path}"
  >
    <input type="hidden" name="outcome" value="${outcome}" /><button>${label}</button>
  </form>`;
  return html`${oneClickUrl(mail) !== null && button("unsubscribe", "Unsubscribe with one click", "")}
  ${button("mark", "Mark as bounced", "bounced")} ${button("mark", "Mark as spam", "complained")}`;
}
