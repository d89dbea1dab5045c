import { html } from "./html";
import type { Html } from "./html";

/** A form of one button, with further fields before it, that comes back to `back`. */
export function actionForm(action: string, label: string, back: string, fields: Html | null = null): Html {
  return html`<form method="post" action="${action}" class="inline">
    <input type="hidden" name="back" value="${back}" />${fields}<button>${label}</button>
  </form>`;
}

/** A table; on a phone each row is a card whose lines carry their column's name. */
export function table(caption: string, heads: readonly string[], rows: readonly (Html | null)[][]): Html {
  if (rows.length === 0) return html`<p class="muted">Nothing yet.</p>`;
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell, i) => html`<td data-head="${heads[i] ?? ""}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const PLACES = [
  ["/", "Time and payments"],
  ["/customers", "Customers"],
  ["/webhooks", "Webhooks"],
  ["/accounts", "Connected accounts"],
] as const;
const CURRENT = html`aria-current="page"`;

/** The frame of the control pages: where you are, and what the last button did. */
export function controlPage(title: string, said: string | null, body: Html): Html {
  return html`<p class="muted">Stand-in for Stripe. No money moves here.</p>
    <nav aria-label="Sandbox">
      ${PLACES.map(([to, name]) => html`<a href="${to}" ${name === title ? CURRENT : null}>${name}</a>`)}
    </nav>
    <h1>${title}</h1>
    ${said ? html`<p class="notice" role="status">${said}</p>` : null} ${body}`;
}
