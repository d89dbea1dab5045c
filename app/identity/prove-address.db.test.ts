import { beforeAll, describe, expect, it } from "vitest";
import { TooManyRequestsError } from "~/platform/errors";
import { randomSecret } from "~/platform/secrets.server";
import { aStaffMember, anEmail } from "~/testing/builders/identity";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { createSignInCode } from "./create-sign-in-code.server";
import { findDeskSession, findPortalSession } from "./find-session.server";
import { findSignInRequest } from "./find-sign-in-request.server";
import { proveAddress, type ProveOutcome } from "./prove-address.server";
import type { Area } from "./session";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

async function asked({ email = anEmail(), area = "portal" as Area, browserSecret = randomSecret() } = {}) {
  const made = await createSignInCode({ email, locale: "en", area, returnTo: "/portal", browserSecret }, test);
  const rest = { area, browserSecret, network: randomSecret() };
  const guess = (code: string, browser: string | null = browserSecret) =>
    proveAddress({ ...rest, browserSecret: browser, proof: { code } }, test);
  const follow = (browser: string | null = browserSecret) =>
    proveAddress({ ...rest, browserSecret: browser, proof: { linkToken: made.linkToken } }, test);
  const wrong = made.code === "00000000" ? "00000001" : "00000000";
  return { ...made, email, browserSecret, guess, follow, wrong };
}

const reason = (outcome: ProveOutcome) => (outcome.signedIn ? "signed in" : outcome.reason);

describe("signing in with a mailed code (6.5, 6.6.2)", () => {
  it("proves the address, signs in and remembers when", async () => {
    const { guess, code, personId } = await asked();
    const outcome = await guess(code);
    if (!outcome.signedIn) throw new Error(outcome.reason);
    expect(outcome).toMatchObject({ area: "portal", personId, returnTo: "/portal" });
    const session = await findPortalSession(outcome.secret, test);
    expect(session?.person).toMatchObject({ id: personId, lastSignInAt: test.clock.now(), unprovenUntil: null });
    expect(await findDeskSession(outcome.secret, test)).toBeNull();
  });

  it("works once, also when sent fifty times at the same moment", async () => {
    const { guess, code } = await asked();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => guess(code)));
    expect(outcomes.filter((one) => one.signedIn)).toHaveLength(1);
    expect(new Set(outcomes.map(reason))).toEqual(new Set(["signed in", "consumed"]));
    expect(reason(await guess(code))).toBe("consumed");
  });

  it("counts fifty wrong tries at the same moment as five, then refuses the right code too", async () => {
    const { guess, wrong, code } = await asked();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => guess(wrong)));
    expect(outcomes.filter((one) => reason(one) === "wrong_code")).toHaveLength(5);
    expect(outcomes.filter((one) => reason(one) === "used_up")).toHaveLength(45);
    expect(reason(await guess(code))).toBe("used_up");
  });

  it("says how many tries are left and takes the right code on the last", async () => {
    const { guess, wrong, code } = await asked();
    for (const triesLeft of [4, 3, 2, 1]) expect(await guess(wrong)).toEqual({ signedIn: false, reason: "wrong_code", triesLeft });
    expect(reason(await guess(code))).toBe("signed in");
  });

  it.each([
    [9 * 60 + 59, "signed in"],
    [10 * 60, "expired"],
    [10 * 60 + 1, "expired"],
  ])("after %d seconds: %s", async (seconds, expected) => {
    const { guess, code } = await asked();
    test.clock.advance({ seconds });
    expect(reason(await guess(code))).toBe(expected);
  });

  it("is bound to the browser that asked", async () => {
    const { guess, code } = await asked();
    expect(reason(await guess(code, randomSecret()))).toBe("no_request");
    expect(reason(await guess(code, null))).toBe("no_request");
    expect(reason(await guess(code))).toBe("signed in");
  });

  it("gives way to a newer code from the same browser", async () => {
    const browserSecret = randomSecret();
    const older = await asked({ browserSecret });
    test.clock.advance({ seconds: 1 });
    const newer = await asked({ browserSecret });
    expect(reason(await older.guess(older.code))).toBe("wrong_code");
    expect(reason(await newer.guess(newer.code))).toBe("signed in");
  });

  it("keeps the codes of two browsers for one address apart", async () => {
    const email = anEmail();
    const [one, two] = [await asked({ email }), await asked({ email })];
    expect(reason(await one.guess(two.code))).toBe("wrong_code");
    expect(reason(await one.guess(one.code))).toBe("signed in");
    expect(reason(await two.guess(two.code))).toBe("signed in");
  });

  it("ends the session the cookie held before: a planted id is worth nothing", async () => {
    const first = await asked();
    const planted = await first.guess(first.code);
    if (!planted.signedIn) throw new Error(planted.reason);
    const second = await asked();
    const outcome = await proveAddress(
      {
        area: "portal",
        proof: { code: second.code },
        browserSecret: second.browserSecret,
        previous: { portal: planted.secret },
        network: "n",
      },
      test,
    );
    expect(outcome.signedIn && outcome.secret).not.toBe(planted.secret);
    expect(await findPortalSession(planted.secret, test)).toBeNull();
  });

  it("leaves a line in the trail when staff signs in, with the id of the person alone", async () => {
    const member = await aStaffMember(test);
    const trail = async () => {
      const query = "select action, by, facts from audit_entry where object = $1 order by id";
      return (await test.db.pool.query(query, [member.id])).rows as object[];
    };
    const visitor = await asked({ email: member.email as string });
    await visitor.guess(visitor.code);
    expect(await trail()).toEqual([]);
    for (const way of ["code", "link"]) {
      const staff = await asked({ email: member.email as string, area: "desk" });
      await staff.guess(staff.wrong);
      expect((way === "code" ? await staff.guess(staff.code) : await staff.follow()).signedIn).toBe(true);
    }
    const line = { action: "desk.signed_in", by: `person:${member.id}` };
    expect(await trail()).toEqual([{ ...line, facts: { kind: "code" } }, { ...line, facts: { kind: "link" } }]);
  });

  it("stores neither code, link nor session in the clear", async () => {
    const { guess, code, linkToken, email } = await asked();
    const outcome = await guess(code);
    const { rows } = await test.db.pool.query("select to_jsonb(c) as row from sign_in_code c union all select to_jsonb(s) from session s");
    const dump = JSON.stringify(rows);
    for (const secret of [code, linkToken, email, outcome.signedIn ? outcome.secret : "-"]) expect(dump).not.toContain(secret);
  });
});

describe("signing in with the mailed link", () => {
  it("shows a page twenty times without using anything up", async () => {
    const { linkToken, browserSecret, follow, email } = await asked();
    for (let i = 0; i < 20; i++) {
      const seen = await findSignInRequest({ linkToken, browserSecret: null }, test);
      expect(seen).toMatchObject({ state: "open", sameBrowser: false, email: null });
    }
    expect(await findSignInRequest({ linkToken, browserSecret }, test)).toMatchObject({ sameBrowser: true, email });
    expect(reason(await follow())).toBe("signed in");
    expect(reason(await follow())).toBe("consumed");
  });

  it("does nothing in another browser", async () => {
    const { follow } = await asked();
    expect(reason(await follow(randomSecret()))).toBe("other_browser");
    expect(reason(await follow(null))).toBe("other_browser");
    expect(reason(await follow())).toBe("signed in");
  });

  it("uses the code up too, and the other way round", async () => {
    const one = await asked();
    expect(reason(await one.follow())).toBe("signed in");
    expect(reason(await one.guess(one.code))).toBe("consumed");
    const two = await asked();
    expect(reason(await two.guess(two.code))).toBe("signed in");
    expect(reason(await two.follow())).toBe("consumed");
  });

  it("knows nothing of a made-up link", async () => {
    expect(await findSignInRequest({ linkToken: "made-up", browserSecret: null }, test)).toBeNull();
    const { browserSecret } = await asked();
    const made = { area: "portal" as const, proof: { linkToken: "made-up" }, browserSecret, network: "n" };
    expect(reason(await proveAddress(made, test))).toBe("no_request");
  });
});

describe("who comes in", () => {
  it("opens the desk to staff alone", async () => {
    const email = anEmail();
    const stranger = await asked({ email, area: "desk" });
    expect(reason(await stranger.guess(stranger.code))).toBe("not_staff");
    const member = await aStaffMember(test, { roles: ["finance"] });
    const known = await asked({ email: member.email as string, area: "desk" });
    const outcome = await known.guess(known.code);
    if (!outcome.signedIn) throw new Error(outcome.reason);
    expect(await findDeskSession(outcome.secret, test)).toMatchObject({
      roles: ["finance"],
      hasFactor: false,
      proven: false,
      steppedUp: false,
    });
  });

  it("lets five people a network sign in for the first time within an hour, and keeps the sixth one's code good (2.4.1)", async () => {
    const network = randomSecret();
    const first = async () => {
      const { code, browserSecret } = await asked();
      return () => proveAddress({ area: "portal", proof: { code }, browserSecret, network }, test);
    };
    for (let i = 0; i < 5; i++) expect(reason(await (await first())())).toBe("signed in");
    const sixth = await first();
    await expect(sixth()).rejects.toThrow(TooManyRequestsError);
    await expect(sixth()).rejects.toThrow(TooManyRequestsError);
  });
});
