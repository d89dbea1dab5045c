import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { readSignedEvent, signatureClockOffset } from "./stripe-webhook.server";

const secret = "whsec_test";
const event = {
  id: "evt_1", object: "event", type: "invoice.paid", api_version: "2026-10-28.endive", livemode: false, created: 1_793_620_800,
  data: { object: { id: "in_1", object: "invoice" } },
};
const body = Buffer.from(JSON.stringify(event));
const now = () => Math.floor(Date.now() / 1000);

function sign(payload: Buffer | string, { by = secret, timestamp = now() } = {}): string {
  return Stripe.webhooks.generateTestHeaderString({ payload: payload.toString(), secret: by, timestamp });
}

describe("a signed webhook (2.1)", () => {
  it("is read with whichever secret signed it", () => {
    const head = { id: "evt_1", type: "invoice.paid", apiVersion: "2026-10-28.endive", livemode: false, account: null };
    expect(readSignedEvent(body, sign(body), [secret])).toMatchObject(head);
    expect(readSignedEvent(body, sign(body), ["whsec_new", secret])).toMatchObject(head);
    expect(readSignedEvent(body, sign(body), [secret])?.createdAt).toEqual(new Date("2026-11-02T12:00:00Z"));
  });

  it.each<[string, Buffer, string]>([
    ["unsigned", body, ""],
    ["signed with another secret", body, sign(body, { by: "whsec_other" })],
    ["altered by one byte", Buffer.from(body.toString().replace("in_1", "in_2")), sign(body)],
    ["five minutes old", body, sign(body, { timestamp: now() - 301 })],
    ["with a broken header", body, "t=abc,v1=abc"],
    ["no JSON", Buffer.from("hello"), sign("hello")],
    ["JSON null", Buffer.from("null"), sign("null")],
    ["no event", Buffer.from("{}"), sign("{}")],
    ["an id with a line break", Buffer.from(JSON.stringify({ ...event, id: "evt_1\n" })), sign(JSON.stringify({ ...event, id: "evt_1\n" }))],
    ["empty", Buffer.alloc(0), sign("")],
  ])("%s: refused", (_title, payload, signature) => {
    expect(readSignedEvent(payload, signature, [secret])).toBeNull();
  });

  it("is refused when no secret is known", () => {
    expect(readSignedEvent(body, sign(body), [])).toBeNull();
  });

  it("tells how far the clocks are apart", () => {
    const at = new Date("2026-11-02T12:00:00Z");
    expect(signatureClockOffset("t=1793620830,v1=x", at)).toBe(30);
    expect(signatureClockOffset("v1=x,t=1793620500", at)).toBe(-300);
    expect(signatureClockOffset("v1=x", at)).toBeNull();
  });
});
