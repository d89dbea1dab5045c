import type { Delivery } from "../objects/notification";
import type { Sandbox } from "../sandbox";
import { html } from "./html";
import type { Html } from "./html";
import { actionForm, table } from "./parts";

const SHOWN = 50;

export function webhooksPage(sandbox: Sandbox): Html {
  const { tables } = sandbox;
  const endpoints = tables.webhookEndpoints
    .all()
    .map((one) => [
      html`${one.url}<br /><code>${one.id}</code>`,
      html`${one.status}${tables.endpointSecrets.get(one.id).connect ? ", connected accounts" : ""}`,
      html`${one.enabled_events.includes("*")
        ? "all events"
        : `${one.enabled_events.length} kinds of event`}`,
      html`${one.api_version ?? "account default"}`,
    ]);
  const deliveries = tables.deliveries.all().slice(-SHOWN).reverse();
  return html`${switches(sandbox)}
    <section aria-labelledby="endpoints">
      <h2 id="endpoints">Endpoints</h2>
      ${table("Endpoints", ["Address", "Status", "Listens to", "API version"], endpoints)}
    </section>
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">Last deliveries</h2>
      ${table(
        "Last deliveries",
        ["Event", "State", "Tries", "What you can do"],
        deliveries.map((delivery) => [
          html`${delivery.type}<br /><code>${delivery.event}</code>`,
          html`${delivery.status === "failed" ? "given up" : delivery.status}`,
          tries(delivery),
          actionForm(`/do/resend/${delivery.id}`, "Send again", "/webhooks"),
        ]),
      )}
    </section>`;
}

function switches(sandbox: Sandbox): Html {
  const settings = sandbox.setting("webhooks");
  const pending = sandbox.tables.deliveries.where("status", "pending").length;
  const option = (value: string, label: string) =>
    html`<option value="${value}" ${settings.mode === value ? html`selected` : null}>${label}</option>`;
  return html`<section aria-labelledby="switches">
    <h2 id="switches">How events are delivered</h2>
    <p>${pending} waiting.</p>
    <form method="post" action="/do/webhook-switches">
      <input type="hidden" name="back" value="/webhooks" />
      <label for="mode">Deliveries</label>
      <select id="mode" name="mode">
        ${option("on", "are sent")} ${option("paused", "wait until switched on")}
        ${option("off", "are not made")}
      </select>
      <label for="duplicates">Send each so many times more</label>
      <input
        id="duplicates"
        type="number"
        name="duplicates"
        min="0"
        max="10"
        value="${settings.duplicates}"
      />
      <label for="delayMs">Delay in milliseconds</label>
      <input id="delayMs" type="number" name="delayMs" min="0" max="3600000" value="${settings.delayMs}" />
      <label class="choice"
        ><input type="checkbox" name="reorder" ${settings.reorder ? html`checked` : null} />Last first, within
        a second</label
      >
      <button>Keep these settings</button>
    </form>
  </section>`;
}

function tries({ attempts }: Delivery): Html {
  const last = attempts.at(-1);
  if (!last) return html`none yet`;
  return html`${last.status ?? last.error} (${last.durationMs}
  ms)${attempts.length > 1 ? html`<br /><span class="muted">${attempts.length} tries</span>` : null}`;
}
