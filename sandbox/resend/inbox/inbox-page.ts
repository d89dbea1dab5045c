import type { Mail } from "../entries";
import type { SandboxState } from "../state";
import { html, type Html } from "./html";
import { time } from "./layout";
import { signInCode } from "./sign-in-code";

const SHOWN = 100;
const BAD = new Set(["bounced", "complained", "failed", "suppressed"]);

/** The list, newest first, narrowed to mails whose recipient or subject holds `wanted`. */
export function inboxPage(state: SandboxState, wanted: string): Html {
  const needle = wanted.trim().toLowerCase();
  const mails = state
    .newestMails()
    .filter((mail) => [...mail.to, mail.subject].some((text) => text.toLowerCase().includes(needle)));
  return html`<h1>Inbox</h1>
    <p class="hint">Every mail the product sends lands here. None leaves this machine.</p>
    <form class="find" method="get" action="/" role="search">
      <label
        >Recipient or subject <input type="search" name="to" value="${wanted}" list="recipients"
      /></label>
      <datalist id="recipients">
        ${recipients(state).map((address) => html`<option value="${address}"></option>`)}
      </datalist>
      <button class="main">Show</button>
      ${needle !== "" && html`<a class="button" href="/">Show all</a>`}
    </form>
    <div class="card">${mails.length > 0 ? list(state, mails) : empty(needle)}</div>
    ${mails.length > SHOWN &&
    html`<p class="hint">The newest ${SHOWN} of ${mails.length}; search to see others.</p>`}`;
}

function list(state: SandboxState, mails: Mail[]): Html {
  return html`<ol class="mails">
    ${mails.slice(0, SHOWN).map((mail) => {
      const code = signInCode(mail);
      return html`<li>
        <span class="to">${mail.to.join(", ")}</span>
        <span class="line">
          <a href="/mails/${mail.id}">${mail.subject || "(no subject)"}</a>
          ${code !== null && html`<span class="code" title="Sign-in code">${code}</span>`}
        </span>
        <span class="when">${time(mail.createdAt)} ${mailState(state, mail)}</span>
      </li>`;
    })}
  </ol>`;
}

/** How far a mail came, in a word. */
export function mailState(state: SandboxState, mail: Mail): Html {
  const last = state.eventsOf(mail.id).findLast((event) => event.type.startsWith("email."));
  const word = last?.type.slice("email.".length).replace("_", " ") ?? "queued";
  const tone = BAD.has(word) ? " bad" : word === "queued" || word === "delivery delayed" ? " wait" : "";
  return html`<span class="state${tone}">${word}</span>`;
}

function recipients(state: SandboxState): string[] {
  return [...new Set(state.newestMails().flatMap((mail) => mail.to))].slice(0, 50);
}

function empty(needle: string): Html {
  if (needle !== "") return html`<p class="empty">No mail matches this. <a href="/">Show all mails</a></p>`;
  return html`<p class="empty">
    No mails yet. The next one the product sends appears here. <a href="/">Look again</a>
  </p>`;
}
