import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { aChampionFact, aHistory, aProgramFact } from "~/testing/builders/friend-history";
import { traceSchema } from "./attribution-trace";
import { decideAttribution } from "./decide-attribution";
import type { ChampionFact, FriendHistory, HandFact, TouchFact } from "./friend-history";

const RUNS = { numRuns: 500 };
const START = Date.parse("2026-11-01T00:00:00Z");
const HOUR = 3_600_000;

/**
 * Moments on a coarse grid over four months, so that equal times and ends of windows are hit often; half of them within
 * ten days, so that several touches of one friend are valid together.
 */
const moment = fc
  .oneof(fc.integer({ min: 0, max: 10 * 4 }), fc.integer({ min: 0, max: 120 * 4 }))
  .map((quarters) => new Date(START + quarters * 6 * HOUR));
const champion = fc.constantFrom("A", "B", "C");

const touch = (index: number): fc.Arbitrary<TouchFact> =>
  fc
    .record({
      kind: fc.constantFrom("token", "claim", "code"),
      championId: champion,
      programId: fc.constantFrom("friends", "affiliates"),
      touchedAt: moment,
      presentedAt: fc.oneof(fc.constant(new Date(START)), moment),
    })
    .map((fact) => ({ ...fact, id: `t${index}`, source: `s${index}`, linkId: `link-${fact.championId}` }));

const status: fc.Arbitrary<Partial<ChampionFact>> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  fc.constantFrom<Partial<ChampionFact>>({ status: "blocked" }, { sameAsFriend: "email" }),
  moment.map((leftAt) => ({ status: "left" as const, leftAt })),
  moment.map((pausedAt) => ({ status: "paused" as const, pausedAt })),
);

const history: fc.Arbitrary<FriendHistory> = fc
  .record({
    payments: fc.array(fc.record({ at: moment, programId: fc.constantFrom(null, null, "affiliates") }), { minLength: 1, maxLength: 4 }),
    leads: fc.array(moment, { maxLength: 2 }),
    touches: fc.integer({ min: 0, max: 5 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => touch(i)))),
    statuses: fc.tuple(status, status, status),
    paidSince: fc.option(moment, { freq: 5 }),
    memory: fc.constantFrom(7, 30, 90),
    qualifyDays: fc.constantFrom(null, 14, 365),
  })
  .map(({ payments, leads, touches, statuses, paidSince, memory, qualifyDays }) =>
    aHistory({
      payments: payments.map((payment, i) => ({ ...payment, id: `p${i}`, key: `pi_${i}` })),
      leads: leads.map((at, i) => ({ id: `l${i}`, at })),
      touches,
      champions: statuses.map((over, i) => aChampionFact("ABC".charAt(i), over)),
      programs: [aProgramFact("friends", { clickMemoryDays: memory, qualifyDays })],
      paidSince,
    }),
  );

/** The same with what staff decided about one payment or sign-up or another (A19). */
const decidedByHand: fc.Arbitrary<FriendHistory> = history.chain((facts) =>
  fc
    .array(fc.record({ about: fc.nat(facts.payments.length + facts.leads.length - 1), champion: fc.option(champion), decidedAt: moment }), { maxLength: 3 })
    .map((hands) => ({
      ...facts,
      byHand: hands.map(({ about, champion: name, decidedAt }, i): HandFact => {
        const to = name && { programId: "friends", championId: name, linkId: `link-${name}` };
        return { id: `h${i}`, momentId: [...facts.payments, ...facts.leads][about]?.id ?? "", decidedAt, to };
      }),
    })),
);

const shuffled = (facts: FriendHistory) =>
  fc.record({
    payments: fc.shuffledSubarray([...facts.payments], { minLength: facts.payments.length }),
    leads: fc.shuffledSubarray([...facts.leads], { minLength: facts.leads.length }),
    touches: fc.shuffledSubarray([...facts.touches], { minLength: facts.touches.length }),
    byHand: fc.shuffledSubarray([...facts.byHand], { minLength: facts.byHand.length }),
  });

const winners = (facts: FriendHistory) =>
  decideAttribution(facts).decisions.map(({ momentId, bind, reason }) => [momentId, bind?.touchId ?? null, reason]);

const champions = (facts: FriendHistory) => decideAttribution(facts).decisions.map(({ bind }) => bind?.championId);

describe("properties of attribution", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("same facts, same answer, in any order (I23)", () => {
    const both = fc.oneof(history, decidedByHand).chain((facts) => shuffled(facts).map((order) => [facts, { ...facts, ...order }] as const));
    fc.assert(
      fc.property(both, ([facts, otherOrder]) => {
        expect(decideAttribution(otherOrder)).toEqual(decideAttribution(facts));
      }),
      RUNS,
    );
  });

  it("a touch told twice counts once", () => {
    fc.assert(
      fc.property(history, (facts) => {
        const twice = { ...facts, touches: [...facts.touches, ...facts.touches] };
        expect(winners(twice)).toEqual(winners(facts));
      }),
      RUNS,
    );
  });

  it("same facts, same answer, in whatever time zone the process runs (I23)", () => {
    const inZone = (zone: string, facts: FriendHistory) => {
      vi.stubEnv("TZ", zone);
      return { offset: new Date(START).getTimezoneOffset(), answer: JSON.stringify(decideAttribution(facts)) };
    };
    const zones = ["UTC", "Pacific/Kiritimati", "America/St_Johns", "Europe/Amsterdam"];
    expect(new Set(zones.map((zone) => inZone(zone, aHistory({})).offset)).size).toBe(zones.length);
    fc.assert(
      fc.property(fc.oneof(history, decidedByHand), (facts) => {
        expect(new Set(zones.map((zone) => inZone(zone, facts).answer)).size).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  it("a touch that is added and does not win changes nobody's payment", () => {
    fc.assert(
      fc.property(fc.oneof(history, decidedByHand), touch(9), (facts, added) => {
        const more = { ...facts, touches: [...facts.touches, added] };
        fc.pre(decideAttribution(more).decisions.every(({ bind }) => bind?.touchId !== added.id));
        expect(champions(more)).toEqual(champions(facts));
      }),
      { numRuns: 2_000 },
    );
  });

  it("a touch after the purchase never wins it, whenever it was told of", () => {
    fc.assert(
      fc.property(history, touch(9), (facts, added) => {
        const last = Math.max(...[...facts.payments, ...facts.leads].map(({ at }) => +at));
        const late = { ...added, touchedAt: new Date(last + HOUR) };
        expect(champions({ ...facts, touches: [...facts.touches, late] })).toEqual(champions(facts));
      }),
      RUNS,
    );
  });

  it("a touch that lost can be taken away without changing who won", () => {
    fc.assert(
      fc.property(history, (facts) => {
        const won = new Set(decideAttribution(facts).decisions.map(({ bind }) => bind?.touchId));
        const onlyWinners = { ...facts, touches: facts.touches.filter(({ id }) => won.has(id)) };
        expect(champions(onlyWinners)).toEqual(champions(facts));
      }),
      RUNS,
    );
  });

  it("nobody wins by a touch after the purchase, outside the window, from themselves or blocked (I24)", () => {
    fc.assert(
      fc.property(history, (facts) => {
        const { bind } = decideAttribution(facts);
        const touch = facts.touches.find(({ id }) => id === bind?.touchId);
        fc.pre(bind !== null && touch !== undefined);
        const days = facts.programs.get(touch!.programId)!.versions[0]!.clickMemoryDays;
        expect(+touch!.touchedAt).toBeLessThanOrEqual(+bind!.boundAt);
        expect(+bind!.boundAt).toBeLessThan(+touch!.touchedAt + days * 24 * HOUR);
        expect(facts.champions.get(touch!.championId)).toMatchObject({ sameAsFriend: null });
        expect(facts.champions.get(touch!.championId)?.status).not.toBe("blocked");
      }),
      RUNS,
    );
  });

  it("who paid before is nobody's new friend (A8)", () => {
    fc.assert(
      fc.property(history, (facts) => {
        const { bind } = decideAttribution(facts);
        fc.pre(bind !== null);
        const earlier = facts.payments.filter(({ at }) => at < bind!.boundAt);
        expect(earlier).toEqual([]);
      }),
      RUNS,
    );
  });

  it("one winner at most, every touch weighed, and a reason wherever nobody won (I22)", () => {
    fc.assert(
      fc.property(fc.oneof(history, decidedByHand), (facts) => {
        const { decisions } = decideAttribution(facts);
        expect(decisions).toHaveLength(facts.payments.length + facts.leads.length);
        for (const { bind, reason, touches, trace } of decisions) {
          expect(touches.filter(({ won }) => won).length).toBeLessThanOrEqual(1);
          expect(reason === null).toBe(bind !== null);
          expect(traceSchema.parse(JSON.parse(JSON.stringify(trace)))).toEqual(trace);
        }
      }),
      RUNS,
    );
  });

  it("one champion per friend, over all programs", () => {
    fc.assert(
      fc.property(fc.oneof(history, decidedByHand), (facts) => {
        const bound = new Set(decideAttribution(facts).decisions.flatMap(({ bind }) => bind?.championId ?? []));
        expect(bound.size).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });
});
