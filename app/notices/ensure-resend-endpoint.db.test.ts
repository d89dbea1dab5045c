import { beforeAll, expect, it } from "vitest";
import { testResend } from "~/testing/resend-sandbox";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { resendCalls } from "~/platform/gateways/resend-calls.server";
import { resendGateway, ResendError } from "~/platform/gateways/resend.server";
import { decrypt, keyFor } from "~/platform/secrets.server";
import { checkResend, readResendStanding } from "./check-resend.server";
import { ensureResendEndpoint } from "./ensure-resend-endpoint.server";
import { RESEND_EVENTS } from "./resend-event";
import type { SendDeps } from "./send-mail.server";

let test: TestDatabase;
let provider: Awaited<ReturnType<typeof testResend>>;
beforeAll(async () => {
  test = await testDatabase();
  provider = await testResend();
});

const trail: string[] = [];
const connect = (deps: SendDeps) => ensureResendEndpoint(async (_tx, endpointId) => void trail.push(endpointId), deps);
const deps = () => ({ db: test.db, clock: test.clock, gateway: provider.gateway });
const ENDPOINT = "http://localhost:3000/webhooks/resend";
const stored = () => test.db.transaction("read", (tx) => tx.providerConnection.findUniqueOrThrow({ where: { provider: "resend" } }));

it("makes one endpoint, keeps its secret sealed, and mends what differs later", async () => {
  expect((await readResendStanding(test)).endpoint).toBe("none");
  expect(await connect(deps())).toBe("made");
  expect(await connect(deps())).toBe("unchanged");
  const [webhook, ...more] = await provider.gateway.listWebhooks();
  expect(more).toEqual([]);
  expect(webhook).toMatchObject({ endpoint: ENDPOINT, status: "enabled", events: [...RESEND_EVENTS] });
  const { secretSealed, endpointId } = await stored();
  const { signing_secret } = await provider.gateway.getWebhook(endpointId);
  expect(decrypt(secretSealed, keyFor("provider-secret")).toString()).toBe(signing_secret);

  await provider.gateway.updateWebhook(endpointId, "http://localhost:4000/webhooks/resend", ["email.sent"]);
  expect(await connect(deps())).toBe("mended");
  expect(await provider.gateway.listWebhooks()).toEqual([webhook]);
  // Made and mended stand in the trail; where nothing was done, nothing does.
  expect(trail).toEqual([endpointId, endpointId]);
});

it("adopts an endpoint whose secret a crash kept from being stored, and replaces a deleted one", async () => {
  const { endpointId } = await stored();
  await test.db.transaction("crash", (tx) => tx.providerConnection.deleteMany({ where: { provider: "resend" } }));
  expect(await connect(deps())).toBe("made");
  expect((await stored()).endpointId).toBe(endpointId);
  await fetch(`${provider.url}/webhooks/${endpointId}`, { method: "DELETE", headers: { authorization: "Bearer re_test" } });
  expect(await checkResend(deps())).toContain("webhook_missing");
  expect(await connect(deps())).toBe("made");
  expect((await stored()).endpointId).not.toBe(endpointId);
});

it("says what is wrong, and keeps it for the settings", async () => {
  expect(await checkResend(deps())).toEqual(["domain_not_verified"]);
  expect(await readResendStanding(test)).toMatchObject({
    endpoint: "portal", address: ENDPOINT, sender: "Vouch <champions@example.test>", findings: ["domain_not_verified"],
    checkedAt: test.clock.now(),
  });
  const wrongKey = resendGateway(resendCalls({ apiKey: "nonsense", baseUrl: provider.url, perSecond: 100 }));
  expect(await checkResend({ ...deps(), gateway: wrongKey })).toEqual(["key_refused"]);
  const nowhere = resendGateway(resendCalls({ apiKey: "re_test", baseUrl: "http://127.0.0.1:9", perSecond: 100 }));
  expect(await checkResend({ ...deps(), gateway: nowhere })).toEqual(["not_reached"]);
  await expect(connect({ ...deps(), gateway: nowhere })).rejects.toThrow(ResendError);
});
