import { Secret, TOTP } from "otpauth";
import { beforeAll, describe, expect, it } from "vitest";
import { ForbiddenError, TooManyRequestsError } from "~/platform/errors";
import { aSession, aStaffMember } from "~/testing/builders/identity";
import { SoftwarePasskey } from "~/testing/software-passkey";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { addFactor, type AddedFactor } from "./add-factor.server";
import { beginTotp } from "./begin-totp.server";
import { findDeskSession } from "./find-session.server";
import { getPerson } from "./get-person.server";
import { listFactors } from "./list-factors.server";
import { proveFactor } from "./prove-factor.server";
import { removeFactor } from "./remove-factor.server";
import { resetFactors } from "./reset-factors.server";
import { startPasskeyCreation, startPasskeyProof } from "./start-passkey.server";

const ORIGIN = "http://localhost:3000";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

/** A member who just proved the address and has no factor yet. */
async function aNewcomer() {
  const { id: personId } = await aStaffMember(test);
  return { personId, secret: await aSession(test, { personId, area: "desk" }) };
}

async function withTotp() {
  const { personId, secret } = await aNewcomer();
  await beginTotp(personId, test);
  const { totp } = await listFactors(personId, test);
  if (totp.state !== "waiting") throw new Error(totp.state);
  const app = new TOTP({ secret: Secret.fromBase32(totp.secret) });
  const code = () => app.generate({ timestamp: test.clock.now().getTime() });
  const added = await addFactor({ sessionSecret: secret, factor: { totp: code() } }, test);
  const prove = (sessionSecret: string, typed = code()) =>
    proveFactor({ sessionSecret, personId, proof: { totp: typed } }, test);
  return { personId, identified: secret, code, prove, secret: must(added).secret };
}

async function addPasskey(sessionSecret: string, passkey = new SoftwarePasskey(ORIGIN)) {
  const { challenge } = await startPasskeyCreation(sessionSecret, test);
  const factor = { passkey: passkey.create(challenge), label: "Laptop" };
  return { passkey, added: await addFactor({ sessionSecret, factor }, test) };
}

const must = (added: AddedFactor | null): AddedFactor => {
  if (!added) throw new Error("the factor was refused");
  return added;
};
const freshSession = (personId: string) => aSession(test, { personId, area: "desk" });

describe("an authenticator app", () => {
  it("is set up once it gave a right code, and proves the session under a new id", async () => {
    const { personId, identified, secret } = await withTotp();
    expect((await listFactors(personId, test)).totp.state).toBe("confirmed");
    expect(await findDeskSession(identified, test)).toBeNull();
    expect(await findDeskSession(secret, test)).toMatchObject({ hasFactor: true, proven: true, steppedUp: true });
  });

  it("stays waiting after a wrong code and keeps its secret when asked for again", async () => {
    const { personId, secret } = await aNewcomer();
    await beginTotp(personId, test);
    const before = await listFactors(personId, test);
    expect(await addFactor({ sessionSecret: secret, factor: { totp: "000000" } }, test)).toBeNull();
    await beginTotp(personId, test);
    expect(await listFactors(personId, test)).toEqual(before);
    expect(await findDeskSession(secret, test)).toMatchObject({ hasFactor: false, proven: false });
  });

  it("proves one session with one code, however many ask at the same moment", async () => {
    const { personId, prove } = await withTotp();
    test.clock.advance({ minutes: 1 });
    const sessions = await Promise.all([1, 2, 3, 4].map(() => freshSession(personId)));
    const secrets = await Promise.all(sessions.map((secret) => prove(secret)));
    expect(secrets.filter((secret) => secret !== null)).toHaveLength(1);
  });

  it("is not asked more than five times in a quarter of an hour", async () => {
    const { personId, prove, code } = await withTotp();
    test.clock.advance({ minutes: 1 });
    const secret = await freshSession(personId);
    for (let i = 0; i < 5; i++) expect(await prove(secret, "000000")).toBeNull();
    await expect(prove(secret, code())).rejects.toThrow(TooManyRequestsError);
    expect(await findDeskSession(secret, test)).toMatchObject({ proven: false });
  });
});

describe("a passkey", () => {
  it("is created and proves later sessions", async () => {
    const { personId, secret } = await aNewcomer();
    const { passkey, added } = await addPasskey(secret);
    expect(must(added).kind).toBe("passkey");
    const later = await freshSession(personId);
    const { challenge, allowCredentials } = await startPasskeyProof(later, test);
    expect(allowCredentials?.map((one) => one.id)).toEqual([passkey.id.toString("base64url")]);
    const proven = await proveFactor({ sessionSecret: later, personId, proof: { passkey: passkey.prove(challenge) } }, test);
    expect(await findDeskSession(proven ?? "", test)).toMatchObject({ proven: true, steppedUp: true });
    expect(await findDeskSession(later, test)).toBeNull();
  });

  it.each([
    ["another challenge", ORIGIN, "b3RoZXItY2hhbGxlbmdl"],
    ["another site", "https://evil.example", null],
  ])("is refused for %s, and its challenge is gone", async (_title, origin, forged) => {
    const { personId, secret } = await aNewcomer();
    const passkey = new SoftwarePasskey(ORIGIN);
    await addPasskey(secret, passkey);
    const later = await freshSession(personId);
    const { challenge } = await startPasskeyProof(later, test);
    Object.assign(passkey, { origin });
    const attempt = (asked: string) =>
      proveFactor({ sessionSecret: later, personId, proof: { passkey: passkey.prove(asked) } }, test);
    expect(await attempt(forged ?? challenge)).toBeNull();
    Object.assign(passkey, { origin: ORIGIN });
    expect(await attempt(challenge)).toBeNull();
  });

  it("of somebody else proves nothing", async () => {
    const other = await aNewcomer();
    const { passkey } = await addPasskey(other.secret);
    const { personId, secret } = await aNewcomer();
    await addPasskey(secret);
    const later = await freshSession(personId);
    const { challenge } = await startPasskeyProof(later, test);
    const proof = { passkey: passkey.prove(challenge) };
    expect(await proveFactor({ sessionSecret: later, personId, proof }, test)).toBeNull();
  });

  it("answer sent twice works once", async () => {
    const { personId, secret } = await aNewcomer();
    const { passkey } = await addPasskey(secret);
    const later = await freshSession(personId);
    const { challenge } = await startPasskeyProof(later, test);
    const proof = { passkey: passkey.prove(challenge) };
    const once = await proveFactor({ sessionSecret: later, personId, proof }, test);
    expect(once).not.toBeNull();
    expect(await proveFactor({ sessionSecret: once ?? "", personId, proof }, test)).toBeNull();
  });
});

describe("changing factors", () => {
  it("asks for a fresh proof before a further one is added or one is removed", async () => {
    const { personId, secret } = await withTotp();
    test.clock.advance({ minutes: 10, seconds: 1 });
    const { challenge } = await startPasskeyCreation(secret, test);
    const factor = { passkey: new SoftwarePasskey(ORIGIN).create(challenge), label: "Laptop" };
    await expect(addFactor({ sessionSecret: secret, factor }, test)).rejects.toThrow(ForbiddenError);
    await expect(removeFactor({ sessionSecret: secret, factor: { totp: true } }, test)).rejects.toThrow(ForbiddenError);
    expect((await listFactors(personId, test)).totp.state).toBe("confirmed");
  });

  it("keeps the last factor, also when two are removed at the same moment", async () => {
    const { personId, secret } = await withTotp();
    const { added } = await addPasskey(secret);
    const sessionSecret = must(added).secret;
    const [passkey] = (await listFactors(personId, test)).passkeys;
    const removals = await Promise.all([
      removeFactor({ sessionSecret, factor: { totp: true } }, test),
      removeFactor({ sessionSecret, factor: { passkeyId: passkey?.id ?? "" } }, test),
    ]);
    expect(removals.filter((one) => one.removed)).toHaveLength(1);
    expect(removals.filter((one) => !one.removed)).toEqual([{ removed: false, reason: "last_factor" }]);
  });

  it("removes nobody else's passkey", async () => {
    const other = await aNewcomer();
    await addPasskey(other.secret);
    const [foreign] = (await listFactors(other.personId, test)).passkeys;
    const { secret } = await withTotp();
    const { added } = await addPasskey(secret);
    const sessionSecret = must(added).secret;
    const removal = await removeFactor({ sessionSecret, factor: { passkeyId: foreign?.id ?? "" } }, test);
    expect(removal).toEqual({ removed: false, reason: "no_factor" });
    expect((await listFactors(other.personId, test)).passkeys).toHaveLength(1);
  });

  it("leaves a trail", async () => {
    const { personId } = await withTotp();
    const { rows } = await test.db.pool.query("select action, by, facts from audit_entry where object = $1", [personId]);
    expect(rows).toEqual([{ action: "factor.added", by: `person:${personId}`, facts: { kind: "totp" } }]);
  });

  it("starts anew for somebody who lost every device", async () => {
    const { personId, secret } = await withTotp();
    const { email } = await getPerson(personId, test);
    expect(await resetFactors(email ?? "", test)).toMatchObject({ personId, totp: 1, passkeys: 0 });
    expect(await resetFactors("nobody@example.test", test)).toBeNull();
    expect(await findDeskSession(secret, test)).toBeNull();
    expect(await listFactors(personId, test)).toEqual({ passkeys: [], totp: { state: "none" } });
  });
});
