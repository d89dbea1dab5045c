import { describe, expect, it } from "vitest";
import { explainSilence, type Finding, type OwnFacts } from "./explain-silence";
import type { RecommendationLine } from "./list-recommendations.server";
import { weekOf } from "./recommendation";
import { periodOf } from "./why-not-question";

const ZONE = "Europe/Amsterdam";
const at = (text: string) => new Date(`${text}T10:00:00Z`);
const week = (monday: string) => weekOf(at(monday), ZONE);
/** The day asked about is Thursday 19 November; its week begins on Monday the 16th. */
const period = periodOf("2026-11-19", ZONE, at("2026-11-27"));

const line = (over: Partial<RecommendationLine>): RecommendationLine => ({
  id: "clk_1", initial: null, linkId: "lnk_1", byCode: false, since: at("2026-11-10"), boughtInWeek: null, rewardId: null,
  conversionId: null, step: "claimed", stopped: false, status: "claimed", reason: null, until: at("2026-12-10"), ...over,
});
const bought = (over: Partial<RecommendationLine> = {}) =>
  line({ status: "pending", step: "hold", boughtInWeek: week("2026-11-16"), ...over });
const lost = (over: Partial<RecommendationLine> = {}) =>
  line({ status: "not_eligible", stopped: true, reason: "friend_not_new", until: null, ...over });
const expired = (over: Partial<RecommendationLine> = {}) =>
  line({ status: "expired", stopped: true, since: at("2026-10-01"), until: at("2026-10-31"), ...over });

const facts = (over: Partial<OwnFacts> = {}): OwnFacts => ({
  period, happened: "link", memoryDays: 30, lines: [], visits: { counted: 0, uncounted: 0, claimed: 0 },
  membership: { joinedAt: at("2026-01-01"), pausedAt: null }, ...over,
});
const kinds = (over: Partial<OwnFacts>) => explainSilence(facts(over)).map(({ kind }) => kind);

describe("what a champion's own links and codes say about a day", () => {
  it.each<[string, Partial<OwnFacts>, Finding["kind"][]]>([
    ["nothing at all", {}, ["nothing"]],
    ["nothing, and a code was spoken of", { happened: "code" }, ["nothing", "no_code"]],
    ["nothing, and it was told by mouth", { happened: "mouth" }, ["nothing", "by_mouth"]],
    ["nothing, something else happened", { happened: "other" }, ["nothing"]],
    ["a purchase of that week that counts", { lines: [bought()] }, ["bought"]],
    ["told by mouth, and it did count", { lines: [bought()], happened: "mouth" }, ["bought"]],
    ["a code that did come", { lines: [bought({ byCode: true })], happened: "code" }, ["bought"]],
    ["a purchase of the week before only", { lines: [bought({ boughtInWeek: week("2026-11-09") })] }, ["nothing"]],
    ["a friend whose later purchase is the newest", { lines: [bought({ boughtInWeek: week("2026-11-23") })] }, ["bought"]],
    ["a friend who came after that day", { lines: [bought({ since: at("2026-11-20"), boughtInWeek: week("2026-11-23") })] }, ["nothing"]],
    ["a visit that did not count as new", { lines: [lost()] }, ["not_eligible"]],
    ["one that could not have led to that day any more", { lines: [lost({ since: at("2026-10-01") })] }, ["nothing"]],
    ["a sign-up whose payment came too late", { lines: [lost({ since: at("2025-10-01"), reason: "qualify_expired" })] }, ["not_eligible"]],
    ["a sign-up that still waits for its payment", { lines: [line({ status: "signed_up", since: at("2025-12-24") })] }, ["signed_up"]],
    ["a way to the shop without an order", { lines: [line({})] }, ["waiting"]],
    ["a way to the shop after that day", { lines: [line({ since: at("2026-11-20") })] }, ["nothing"]],
    ["a visit that ran out before", { lines: [expired()] }, ["expired"]],
    ["a visit that ran out long ago", { lines: [expired({ since: at("2026-08-01"), until: at("2026-08-31") })] }, ["nothing"]],
    ["visits that did not go on", { visits: { counted: 3, uncounted: 0, claimed: 1 } }, ["visits"]],
    ["visits that all went on", { visits: { counted: 2, uncounted: 0, claimed: 2 } }, ["nothing"]],
    ["only what does not count in the figures", { visits: { counted: 0, uncounted: 4, claimed: 0 } }, ["uncounted"]],
    ["a day before joining", { membership: { joinedAt: at("2026-11-20"), pausedAt: null } }, ["not_joined"]],
    ["a pause", { membership: { joinedAt: at("2026-01-01"), pausedAt: at("2026-11-18") } }, ["paused"]],
    ["a later pause", { membership: { joinedAt: at("2026-01-01"), pausedAt: at("2026-11-25") } }, ["nothing"]],
    [
      "all of it, in the order in which it helps",
      {
        lines: [expired(), line({}), line({ status: "signed_up" }), lost(), bought()],
        visits: { counted: 3, uncounted: 1, claimed: 1 }, happened: "code",
        membership: { joinedAt: at("2026-01-01"), pausedAt: at("2026-11-18") },
      },
      ["bought", "not_eligible", "signed_up", "waiting", "expired", "paused", "visits", "uncounted", "no_code"],
    ],
  ])("%s", (_title, over, wanted) => expect(kinds(over)).toEqual(wanted));

  it("counts visits that ended on the page, and tells the newest five of a kind", () => {
    const lines = Array.from({ length: 8 }, (_, i) => line({ id: `clk_${i}` }));
    const found = explainSilence(facts({ lines, visits: { counted: 7, uncounted: 0, claimed: 3 } }));
    expect(found).toHaveLength(7);
    expect(found.slice(0, 2)).toMatchObject([{ line: { id: "clk_0" } }, { line: { id: "clk_1" } }]);
    expect(found.slice(5)).toEqual([{ kind: "more", count: 3 }, { kind: "visits", count: 4 }]);
  });

  it("says the same of any day of a week about what was bought (S5)", () => {
    const days = ["16", "17", "18", "19", "20", "21", "22"].map((day) => periodOf(`2026-11-${day}`, ZONE, at("2026-11-27")));
    const answers = days.map((each) => explainSilence(facts({ period: each, lines: [bought(), lost()] })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});
