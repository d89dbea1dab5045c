import { beforeAll, describe, expect, it } from "vitest";
import { aPerson, aSession, aStaffMember } from "~/testing/builders/identity";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { endSessions } from "./end-sessions.server";
import { findDeskSession, findPortalSession } from "./find-session.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const portal = async () => {
  const { id: personId } = await aPerson(test);
  return aSession(test, { personId, area: "portal" });
};
const desk = async () => {
  const { id: personId } = await aStaffMember(test);
  return aSession(test, { personId, area: "desk", steppedUp: true });
};

describe("a session (7.2-7.5)", () => {
  it("stops at once when ended, in fifty parallel requests too (I40)", async () => {
    const secret = await portal();
    await endSessions([secret, null, "unknown"], test);
    const seen = await Promise.all(Array.from({ length: 50 }, () => findPortalSession(secret, test)));
    expect(seen.every((one) => one === null)).toBe(true);
  });

  it("of one area is nothing in the other, and a made-up id nothing anywhere", async () => {
    expect(await findDeskSession(await portal(), test)).toBeNull();
    expect(await findPortalSession(await desk(), test)).toBeNull();
    expect(await findPortalSession("made-up", test)).toBeNull();
    expect(await findPortalSession("", test)).toBeNull();
  });

  it("at the desk ends after 15 quiet minutes, to the second", async () => {
    const secret = await desk();
    test.clock.advance({ minutes: 14, seconds: 59 });
    expect(await findDeskSession(secret, test)).not.toBeNull();
    test.clock.advance({ minutes: 14, seconds: 59 });
    expect(await findDeskSession(secret, test)).not.toBeNull();
    test.clock.advance({ minutes: 15 });
    expect(await findDeskSession(secret, test)).toBeNull();
  });

  it("at the desk ends after eight hours of work", async () => {
    const secret = await desk();
    for (let minutes = 0; minutes < 470; minutes += 10) {
      test.clock.advance({ minutes: 10 });
      expect(await findDeskSession(secret, test)).not.toBeNull();
    }
    test.clock.advance({ minutes: 9, seconds: 59 });
    expect(await findDeskSession(secret, test)).not.toBeNull();
    test.clock.advance({ seconds: 1 });
    expect(await findDeskSession(secret, test)).toBeNull();
  });

  it("in the portal lives 14 quiet days and 30 in all", async () => {
    const quiet = await portal();
    const used = await portal();
    test.clock.advance({ days: 13, hours: 23 });
    expect(await findPortalSession(used, test)).not.toBeNull();
    test.clock.advance({ hours: 1 });
    expect(await findPortalSession(quiet, test)).toBeNull();
    test.clock.advance({ days: 12 });
    expect(await findPortalSession(used, test)).not.toBeNull();
    test.clock.advance({ days: 4 });
    expect(await findPortalSession(used, test)).toBeNull();
  });

  it("was stepped up for ten minutes, and is proven after that", async () => {
    const secret = await desk();
    expect(await findDeskSession(secret, test)).toMatchObject({ proven: true, steppedUp: true });
    test.clock.advance({ minutes: 10, seconds: 1 });
    expect(await findDeskSession(secret, test)).toMatchObject({ proven: true, steppedUp: false });
  });
});
