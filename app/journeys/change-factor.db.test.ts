import { Secret, TOTP } from "otpauth";
import { beforeAll, describe, expect, it } from "vitest";
import { beginTotp } from "~/identity/begin-totp.server";
import { listFactors } from "~/identity/list-factors.server";
import { startPasskeyCreation } from "~/identity/start-passkey.server";
import { aSession, aStaffMember } from "~/testing/builders/identity";
import { SoftwarePasskey } from "~/testing/software-passkey";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { setUpFactor, takeFactorAway } from "./change-factor.server";
import { forgetFactors } from "./forget-factors.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

async function mailsOf(personId: string) {
  const { rows } = await test.db.pool.query<{ template: string; purpose: string; status: string }>(
    "select template, purpose, status from mail where person_id = $1 order by id",
    [personId],
  );
  return rows;
}

const told = (purpose: string) => ({ template: "factor_changed", purpose, status: "queued" });

describe("a change of factors is told by mail (6.3.7)", () => {
  it("each time one is added or removed, and not when a try fails", async () => {
    const { id: personId } = await aStaffMember(test);
    const first = await aSession(test, { personId, area: "desk" });
    await beginTotp(personId, test);
    expect(await setUpFactor({ sessionSecret: first, factor: { totp: "000000" } }, test)).toBeNull();
    expect(await mailsOf(personId)).toEqual([]);

    const { totp } = await listFactors(personId, test);
    const app = new TOTP({ secret: Secret.fromBase32(totp.state === "waiting" ? totp.secret : "") });
    const code = app.generate({ timestamp: test.clock.now().getTime() });
    const second = (await setUpFactor({ sessionSecret: first, factor: { totp: code } }, test)) ?? "";
    expect(await mailsOf(personId)).toEqual([told("totp_added")]);

    expect(await takeFactorAway({ sessionSecret: second, factor: { totp: true } }, test)).toMatchObject({ removed: false });
    const { challenge } = await startPasskeyCreation(second, test);
    const passkey = new SoftwarePasskey("http://localhost:3000").create(challenge);
    const third = (await setUpFactor({ sessionSecret: second, factor: { passkey, label: "Laptop" } }, test)) ?? "";
    expect(await takeFactorAway({ sessionSecret: third, factor: { totp: true } }, test)).toMatchObject({ removed: true });
    expect(await mailsOf(personId)).toEqual(["totp_added", "passkey_added", "totp_removed"].map(told));
  });

  it("when the operator takes them away too", async () => {
    const { id: personId, email } = await aStaffMember(test);
    const secret = await aSession(test, { personId, area: "desk" });
    const { challenge } = await startPasskeyCreation(secret, test);
    const passkey = new SoftwarePasskey("http://localhost:3000").create(challenge);
    await setUpFactor({ sessionSecret: secret, factor: { passkey, label: "Laptop" } }, test);
    expect(await forgetFactors(email ?? "", test)).toBe(1);
    expect(await forgetFactors(email ?? "", test)).toBe(0);
    expect(await mailsOf(personId)).toEqual(["passkey_added", "passkey_removed"].map(told));
  });
});
