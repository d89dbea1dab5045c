import type { EmailEventType, Mail } from "./entries";
import { bounceFacts, suppressedFacts, type EventFacts, type Events } from "./events";
import type { SandboxState } from "./state";
import { bareAddress } from "./validate";

interface Step {
  type: EmailEventType;
  to: string[];
  facts?: EventFacts;
}

/** Local parts that play a part, as the provider's own test addresses do (`bounced@resend.dev`, with `+label`). */
const PARTS: Record<string, "bounced" | "complained" | "suppressed" | "delayed" | "failed"> = {
  bounce: "bounced",
  bounced: "bounced",
  complain: "complained",
  complained: "complained",
  suppressed: "suppressed",
  delayed: "delayed",
  failed: "failed",
};

/** Lets each accepted mail run its course: sent at once, delivered (or not) a moment later, also after a restart. */
export class MailCourse {
  readonly #state: SandboxState;
  readonly #events: Events;
  readonly #stepMs: number;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(state: SandboxState, events: Events, stepMs: number) {
    this.#state = state;
    this.#events = events;
    this.#stepMs = stepMs;
  }

  /** Goes on with every mail whose course a stop or a kill interrupted. */
  resume(): void {
    for (const mail of this.#state.mails.values()) this.start(mail);
  }

  start(mail: Mail): void {
    const steps = courseOf(mail);
    const done = this.#state
      .eventsOf(mail.id)
      .reduce((last, event) => Math.max(last, (event.step ?? -1) + 1), 0);
    if (done < steps.length) this.#run(mail, steps, done);
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #run(mail: Mail, steps: Step[], index: number): void {
    const step = steps[index];
    if (!step) return;
    this.#events.emitEmail(mail, step.type, step.to, step.facts, index);
    if (index + 1 >= steps.length) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#run(mail, steps, index + 1);
    }, this.#stepMs);
    this.#timers.add(timer);
  }
}

/** The steps of a mail, the same every time they are asked for. */
function courseOf(mail: Mail): Step[] {
  const part = (address: string) => PARTS[bareAddress(address).split(/[+@]/)[0] ?? ""];
  const suppressed = mail.to.filter(
    (to) => mail.suppressed.includes(bareAddress(to)) || part(to) === "suppressed"
  );
  const failed = mail.to.filter((to) => part(to) === "failed" && !suppressed.includes(to));
  const accepted = mail.to.filter((to) => !suppressed.includes(to) && !failed.includes(to));
  const playing = (name: string) => accepted.filter((to) => part(to) === name);
  const bounced = playing("bounced");
  const steps: Step[] = [
    { type: "email.suppressed", to: suppressed, facts: suppressedFacts(suppressed) },
    { type: "email.failed", to: failed, facts: { failed: { reason: "reached_daily_quota" } } },
    { type: "email.sent", to: accepted },
    { type: "email.delivery_delayed", to: playing("delayed") },
    { type: "email.bounced", to: bounced, facts: bounceFacts(bounced) },
    { type: "email.delivered", to: accepted.filter((to) => !bounced.includes(to)) },
    { type: "email.complained", to: playing("complained") },
  ];
  return steps.filter((step) => step.to.length > 0);
}
