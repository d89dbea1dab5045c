import { describe, expect, it } from "vitest";
import { readVisit } from "~/sharing/visit.server";
import { trustFactsOf } from "~/testing/trust-facts-of";
import type { History } from "~/testing/trust-histories/history";
import { labelledHistories } from "~/testing/trust-histories/histories";
import { isAtLeast, strictest, type Outcome } from "./outcome";
import { checkTrust } from "./trust-rules";
import { DEFAULT_POLICY } from "./trust-policy";

/** R18 is judged at the visit: what it finds is no outcome of a sale. */
type Label = Outcome | "not_counted";

interface Judged {
  history: History;
  /** What the rule it was planted for made of it. */
  ofRule: Label;
  overall: Outcome;
}

function judge(history: History): Judged {
  const policy = { ...DEFAULT_POLICY, bannedHosts: history.bannedHosts, level: history.strict ? "strict" as const : "moderate" as const };
  const checks = checkTrust(trustFactsOf(history), policy);
  const ofRule = history.planted === "R18" ? visitLabel(history) : checks.find(({ rule }) => rule === history.planted)?.outcome ?? "pass";
  return { history, ofRule, overall: strictest(checks) };
}

function visitLabel({ recommendations }: History): Label {
  const { visit } = recommendations.at(-1)!;
  const headers: Record<string, string> = { "user-agent": visit.browser, ...visit.headers };
  const read = readVisit({ method: visit.method ?? "GET", header: (name) => headers[name], via: null, behindProxy: false, ownHost: "x" });
  return read.uncountedBecause ? "not_counted" : "pass";
}

const reaches = ({ history: { outcome }, ofRule }: Judged) =>
  outcome === "not_counted" ? ofRule === outcome : ofRule !== "not_counted" && isAtLeast(ofRule, outcome as Outcome);

describe.each([20_261_127, 1, 77])("the labelled set of R38, seed %i", (seed) => {
  const judged = labelledHistories(seed).map(judge);
  const planted = judged.filter(({ history }) => history.planted !== null);
  const honest = judged.filter(({ history }) => history.planted === null);

  it("has 25 histories for each of 21 rules, and 100 of honest people", () => {
    expect([planted.length, honest.length]).toEqual([525, 100]);
    expect(new Set(planted.map(({ history }) => history.planted)).size).toBe(21);
  });

  it("blocks nobody but who recommended themselves: precision 100 %", () => {
    const blocked = judged.filter(({ overall }) => overall === "block").map(({ history }) => history);
    expect(blocked.length).toBeGreaterThan(0);
    expect(blocked.filter(({ outcome }) => outcome !== "block").map(({ name }) => name)).toEqual([]);
  });

  it("reaches what each planted history's row says, or something stricter, in at least 95 of 100", () => {
    const missed = planted.filter((each) => !reaches(each)).map(({ history, ofRule }) => `${history.name}: ${ofRule}, not ${history.outcome}`);
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(planted.length * 0.05);
  });

  it("holds at most three honest ones, and blocks or refuses none", () => {
    const held = honest.filter(({ overall }) => isAtLeast(overall, "hold")).map(({ history, overall }) => `${history.name}: ${overall}`);
    expect(held.length, held.join("\n")).toBeLessThanOrEqual(3);
    expect(honest.filter(({ overall }) => isAtLeast(overall, "not_eligible"))).toEqual([]);
  });

  it("a network alone stops nobody (R33)", () => {
    const alone = honest.filter(({ history }) => /flatmates|couples|office|travel/.test(history.name));
    expect(alone.filter(({ overall }) => isAtLeast(overall, "hold")).map(({ history }) => history.name)).toEqual([]);
  });
});
