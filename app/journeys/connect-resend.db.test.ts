import { beforeAll, expect, it } from "vitest";
import { resendCalls } from "~/platform/gateways/resend-calls.server";
import { resendGateway } from "~/platform/gateways/resend.server";
import { testResend } from "~/testing/resend-sandbox";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { connectResend } from "./connect-resend.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

it("tells how it went, and writes a line into the trail only when something was done (I37)", async () => {
  const { url, gateway } = await testResend();
  const at = (baseUrl: string, apiKey: string) => resendGateway(resendCalls({ apiKey, baseUrl, perSecond: 100 }));
  const connect = (through: typeof gateway) => connectResend({ by: "person:psn_1" }, { ...test, gateway: through });
  expect(await connect(at(url, "nonsense"))).toBe("refused");
  expect(await connect(at("http://127.0.0.1:9", "re_test"))).toBe("unreachable");
  expect([await connect(gateway), await connect(gateway)]).toEqual(["connected", "connected"]);
  const { rows } = await test.db.pool.query("select action, by from audit_entry");
  expect(rows).toEqual([{ action: "resend.connected", by: "person:psn_1" }]);
});
