import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Webhook } from "standardwebhooks";
import { encrypt, keyFor } from "~/platform/secrets.server";
import { newEndpointSecret, signedHeaders } from "./endpoint-secret.server";

const seal = (secret: string) => encrypt(secret, keyFor("webhook-secret"));
const alone = (secretSealed: Uint8Array) => ({ secretSealed, previousSecretSealed: null, previousUntil: null });
const now = new Date("2026-11-02T09:00:00Z");

describe("the signature of Standard Webhooks (P13)", () => {
  it("is the one of the standard's own example", () => {
    const headers = signedHeaders(
      { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", payload: '{"test": 2432232314}' },
      alone(seal("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
      { now, signedAt: new Date(1_614_265_330_000) },
    );
    expect(headers).toEqual({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  it("is what a host counts by hand over id, time and the raw body", () => {
    const { secret, sealed } = newEndpointSecret();
    const payload = '{"name":"Zoë €\u{1F600}"}';
    const { "webhook-timestamp": time, "webhook-signature": signature } = signedHeaders({ id: "evt_1", payload }, alone(sealed), { now });
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    expect(key).toHaveLength(32);
    expect(signature).toBe(`v1,${createHmac("sha256", key).update(`evt_1.${time}.${payload}`).digest("base64")}`);
    expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(300);
  });

  it("is made by both secrets until the old one ends, and the library takes either", () => {
    const [fresh, old] = [newEndpointSecret(), newEndpointSecret()];
    const rotating = { secretSealed: fresh.sealed, previousSecretSealed: old.sealed, previousUntil: new Date(now.getTime() + 1) };
    const event = { id: "evt_1", payload: "{}" };
    const both = signedHeaders(event, rotating, { now });
    expect(both["webhook-signature"]?.split(" ")).toHaveLength(2);
    for (const { secret } of [fresh, old]) expect(new Webhook(secret).verify("{}", both)).toEqual({});
    const after = signedHeaders(event, rotating, { now: rotating.previousUntil });
    expect(after["webhook-signature"]?.split(" ")).toHaveLength(1);
    expect(() => new Webhook(old.secret).verify("{}", after)).toThrow();
  });

  it("covers every byte, the id and the time", () => {
    const { secret, sealed } = newEndpointSecret();
    const headers = signedHeaders({ id: "evt_1", payload: '{"a":1}' }, alone(sealed), { now });
    const verify = (over: Record<string, string>, body = '{"a":1}') => () => new Webhook(secret).verify(body, { ...headers, ...over });
    expect(verify({})).not.toThrow();
    expect(verify({}, '{"a":2}')).toThrow();
    expect(verify({ "webhook-id": "evt_2" })).toThrow();
    expect(verify({ "webhook-timestamp": String(Number(headers["webhook-timestamp"]) + 1) })).toThrow();
    const stale = signedHeaders({ id: "evt_1", payload: "{}" }, alone(sealed), { now, signedAt: new Date(Date.now() - 301_000) });
    expect(() => new Webhook(secret).verify("{}", stale)).toThrow();
  });
});
