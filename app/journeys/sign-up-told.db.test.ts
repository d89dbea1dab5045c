import { beforeAll, describe, expect, it } from "vitest";
import { getRecommendation } from "~/rewards/get-recommendation.server";
import { listRecommendations } from "~/rewards/list-recommendations.server";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { aSale, aSignUp } from "~/testing/builders/sales";
import { testDatabase, type TestDatabase } from "~/testing/test-database";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
});

const of = ({ champion }: Recommender) => ({ championId: champion.id, zone: "Europe/Amsterdam", memoryDays: 30 });

/** What a champion reads of their only recommendation. */
async function told(owner: Recommender) {
  const lines = await listRecommendations(of(owner), test);
  expect(lines).toHaveLength(1);
  return await getRecommendation({ id: lines[0]?.id ?? "", ...of(owner) }, test);
}

describe("what a champion is told of a sign-up (S4)", () => {
  it("is what was looked at, before anything was bought and after", async () => {
    const anna = await aRecommender(test, await aProgram(test.db));
    const signUp = await aSignUp(test, { token: await aClickToken(test, anna) });
    const { line, reward, steps } = await told(anna);
    expect(line).toMatchObject({ status: "signed_up", step: "claimed", stopped: false, boughtInWeek: null });
    expect(reward).toBeNull();
    expect(steps.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      "click_memory pass", "champion_standing pass", "not_self pass", "programme_open pass", "new_recommendation pass",
    ]);
    test.clock.advance({ minutes: 5 });
    await aSale(test, { buyer: signUp.buyer });
    expect((await told(anna)).line).toMatchObject({ status: "pending", step: "hold" });
  });

  it("is why it did not count, in the one reason that tells nobody apart (S10)", async () => {
    const program = await aProgram(test.db);
    const [anna, bea] = [await aRecommender(test, program), await aRecommender(test, program)];
    const first = await aClickToken(test, anna);
    test.clock.advance({ minutes: 5 });
    const buyer = (await aSignUp(test, { token: first, eventName: "Sign up" })).buyer;
    await aSignUp(test, { token: await aClickToken(test, bea), buyer, eventName: "Newsletter" });
    const { line, steps } = await told(bea);
    expect(line).toMatchObject({ status: "not_eligible", reason: "friend_not_new", stopped: true });
    expect(steps.at(-1)).toEqual({ check: "new_recommendation", outcome: "fail", reason: "friend_not_new" });
    expect((await told(anna)).line.status).toBe("signed_up");
  });

  it("is that a link had run out", async () => {
    const anna = await aRecommender(test, await aProgram(test.db));
    const token = await aClickToken(test, anna);
    test.clock.advance({ days: 31 });
    await aSignUp(test, { token });
    const { line, steps } = await told(anna);
    expect(line).toMatchObject({ status: "not_eligible", reason: "click_expired" });
    expect(steps.at(-1)).toEqual({ check: "click_memory", outcome: "fail", reason: "click_expired" });
  });
});
