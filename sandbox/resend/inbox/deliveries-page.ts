import type { Delivery, Switches } from "../entries";
import type { SandboxState } from "../state";
import { html, type Html } from "./html";
import { time } from "./layout";

const SHOWN = 100;

/** What went out as webhooks, and the switches that make them late, double or out of order. */
export function deliveriesPage(state: SandboxState): Html {
  const newest = [...state.deliveries.values()].reverse().slice(0, SHOWN);
  return html`<h1>Webhooks</h1>
    <p class="hint">${summary(state)}</p>
    ${switchesForm(state.switches)}
    <div class="card">
      ${newest.length === 0 && html`<p class="empty">No webhook has gone out yet.</p>`}
      <ol class="events">
        ${newest.map(
          (delivery) => html`<li>
            <strong>${state.events.get(delivery.eventId)?.type ?? "event"}</strong>
            ${deliveryLine(state, delivery)}
          </li>`
        )}
      </ol>
    </div>`;
}

/** One delivery with its last outcome and a button that sends it again. */
export function deliveryLine(state: SandboxState, delivery: Delivery): Html {
  const last = delivery.attempts.at(-1);
  const tone = { pending: " wait", delivered: "", failed: " bad" }[delivery.state];
  const mailId = state.events.get(delivery.eventId)?.mailId;
  return html`<div class="delivery">
    <span class="state${tone}">${delivery.state}</span>
    <span>${state.webhooks.get(delivery.webhookId)?.endpoint ?? "a deleted webhook"}</span>
    <span>${delivery.attempts.length} attempt${delivery.attempts.length === 1 ? "" : "s"}</span>
    ${last !== undefined &&
    html`<span>${time(last.at)} ${last.problem ?? `answered ${last.status ?? ""}`}</span>`}
    ${typeof mailId === "string" && html`<a href="/mails/${mailId}/events">Mail</a>`}
    <form method="post" action="/deliveries/${delivery.id}/resend"><button>Send again</button></form>
  </div>`;
}

function summary(state: SandboxState): string {
  const endpoints = [...state.webhooks.values()].map((webhook) => webhook.endpoint);
  const waiting = state.pending.size;
  const target =
    endpoints.length > 0 ? `Events go to ${endpoints.join(" and ")}.` : "Nobody has asked for events yet.";
  return `${target} ${waiting} waiting.`;
}

function switchesForm(switches: Switches): Html {
  const number = (name: keyof Switches, label: string, max: number) => html`<label
    >${label}
    <input type="number" name="${name}" min="0" max="${max}" value="${String(switches[name])}" required />
  </label>`;
  return html`<form class="card switches" method="post" action="/deliveries/switches">
    <label class="check"
      ><input type="checkbox" name="paused" ${switches.paused && html`checked`} /> Hold everything back</label
    >
    ${number("duplicate", "Extra copies of each", 10)} ${number("delayMs", "Delay in milliseconds", 600_000)}
    ${number("reorderMs", "Let others overtake, milliseconds", 600_000)}
    <button class="main">Keep these switches</button>
  </form>`;
}
