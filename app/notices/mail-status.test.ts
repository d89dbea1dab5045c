import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFinal, MAIL_STATUSES, raised, statusTold, type MailStatus } from "./mail-status";

const EVENTS = [
  "email.sent", "email.delivered", "email.delivery_delayed", "email.opened", "email.clicked", "email.bounced",
  "email.complained", "email.failed", "email.suppressed", "email.scheduled",
];
const after = (events: string[], start: MailStatus = "queued") =>
  events.reduce<MailStatus>((status, event) => raised(status, statusTold(event) ?? status), start);

describe("the status of a mail", () => {
  it("goes up through sent, delayed and delivered", () => {
    expect(after(["email.sent"])).toBe("sent");
    expect(after(["email.sent", "email.delivery_delayed"])).toBe("delayed");
    expect(after(["email.sent", "email.delivery_delayed", "email.delivered"])).toBe("delivered");
    expect(after(["email.delivered", "email.complained"])).toBe("complained");
  });

  it("is the same in any order and with any duplicates, as long as one end is told", () => {
    const history = fc.array(fc.constantFrom("email.sent", "email.delivered", "email.delivery_delayed", "email.opened"));
    fc.assert(
      fc.property(history, fc.constantFrom("email.bounced", "email.complained", "email.failed"), fc.nat(), (events, end, at) => {
        const told: string[] = [...events];
        told.splice(at % (events.length + 1), 0, end);
        expect(after(told)).toBe(statusTold(end));
      }),
    );
  });

  it("never goes down", () => {
    fc.assert(
      fc.property(fc.constantFrom(...MAIL_STATUSES), fc.array(fc.constantFrom(...EVENTS)), (start, events) => {
        const end = after(events, start);
        expect(raised(end, start)).toBe(end);
        if (isFinal(start)) expect(isFinal(end)).toBe(true);
      }),
    );
  });

  it("says nothing about a mail that was never handed over", () => {
    expect(after(["email.delivered"], "skipped")).toBe("skipped");
    expect(after(["email.bounced"], "bundled")).toBe("bundled");
  });

  it.each(["email.received", "contact.created", "email.toString", "constructor", ""])("hears nothing in %j", (type) => {
    expect(statusTold(type)).toBeNull();
  });
});
