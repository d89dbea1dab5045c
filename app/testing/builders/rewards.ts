import type { Clock } from "~/platform/clock.server";
import type { Database } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { dutchOfficeCalendar } from "~/programs/dutch-calendar";
import { friendProgramDefaults } from "~/programs/program-defaults";
import type { ProgramRules } from "~/programs/program-rules";
import { firstRule, type RewardRule } from "~/programs/reward-rule";
import { rulesToJson } from "~/programs/program-rules-schema";
import { grantReward, type GrantRewardInput } from "~/rewards/grant-reward.server";
import type { RewardRow } from "~/rewards/reward-row";
import type { TrustFinding } from "~/rewards/reward-standing";
import { aChampion, aPerson, aProgramRow } from "./champions";
import { aLink } from "./sharing";
import type { Prisma } from "../../../prisma/generated/client";

interface Parts {
  db: Database;
  clock: Clock;
}

const PAID = 8_000n;

/** A checked value as the database client wants it typed. */
const json = (value: object) => value as Prisma.InputJsonObject;

/** A champion of a live program with published rules and accepted terms, who has a link. */
export async function aRewardedChampion({ db, clock }: Parts, rules: Partial<ProgramRules> = {}) {
  const now = clock.now();
  const defaults = friendProgramDefaults("EUR");
  const calendar = dutchOfficeCalendar(now);
  const program = await aProgramRow(db, { calendar: json(calendar) });
  const email = `${newId("psn")}@example.test`;
  const person = await aPerson(db, { email, emailHash: email });
  const champion = await aChampion(db, { personId: person.id, programId: program.id });
  const link = await aLink(db, { champion });
  const full: ProgramRules = { ...defaults.rules, ...rules };
  const { version, terms } = await db.transaction("a-rewarded-champion", async (tx) => {
    const published = { programId: program.id, number: 1, publishedAt: new Date(0), publishedBy: "system" };
    const version = await tx.programVersion.create({
      data: { ...published, id: newId("prv"), rules: rulesToJson(full), copy: json(defaults.copy) },
    });
    const terms = await tx.termsVersion.create({
      data: { ...published, id: newId("trm"), clauses: json(defaults.clauses) },
    });
    await tx.program.update({
      where: { id: program.id },
      data: { currentVersionId: version.id, currentTermsId: terms.id },
    });
    await tx.termsAcceptance.create({
      data: { id: newId("con"), championId: champion.id, termsVersionId: terms.id, acceptedAt: new Date(0) },
    });
    return { version, terms };
  });
  return { champion, person, program, version, terms, link, rules: full, calendar };
}

/** Publishes further rules for this champion's program: what differs from those it began with. */
export async function aNewVersion(
  { db }: Pick<Parts, "db">,
  { program, version, rules }: RewardedChampion,
  over: Partial<ProgramRules>,
): Promise<void> {
  await db.transaction("a-new-version", async (tx) => {
    const number = 1 + (await tx.programVersion.count({ where: { programId: program.id } }));
    const { id } = await tx.programVersion.create({
      data: { ...version, copy: {}, id: newId("prv"), number, rules: rulesToJson({ ...rules, ...over }) },
    });
    await tx.program.update({ where: { id: program.id }, data: { currentVersionId: id } });
  });
}

export type RewardedChampion = Awaited<ReturnType<typeof aRewardedChampion>>;

/** A purchase of EUR 80 by a friend this champion brought, bound, won and ready to be rewarded. */
export async function aConversion(
  { db, clock }: Parts,
  { champion, program, version, link }: RewardedChampion,
  paidMinor = PAID,
  /** The click whose token won; one that nobody wrote down when none is given. */
  click = { id: newId("clk"), occurredAt: clock.now() },
) {
  const now = clock.now();
  const times = { occurredAt: now, recordedAt: now };
  return await db.transaction("a-conversion", async (tx) => {
    const customer = await tx.customer.create({ data: { id: newId("cst"), knownSince: now } });
    const purchase = await tx.purchase.create({
      data: {
        id: newId("pur"),
        key: `pi_${newId("pur")}`,
        customerId: customer.id,
        currency: "EUR",
        paidMinor,
        taxMinor: 0n,
        shippingMinor: 0n,
        discountMinor: 0n,
        ...times,
      },
    });
    const touch = await tx.touch.create({
      data: {
        id: newId("tch"),
        kind: "token",
        linkId: link.id,
        championId: champion.id,
        programId: program.id,
        source: click.id,
        subjectId: customer.id,
        touchedAt: click.occurredAt,
        presentedAt: now,
        recordedAt: now,
      },
    });
    const referral = await tx.referral.create({
      data: {
        id: newId("ref"),
        programId: program.id,
        programVersionId: version.id,
        championId: champion.id,
        linkId: link.id,
        touchId: touch.id,
        subjectId: customer.id,
        boundAt: now,
      },
    });
    const conversion = await tx.conversion.create({
      data: {
        id: newId("cnv"),
        purchaseId: purchase.id,
        outcome: "attributed",
        referralId: referral.id,
        programId: program.id,
        championId: champion.id,
        linkId: link.id,
        trace: [],
        factsHash: "test",
        occurredAt: now,
        decidedAt: now,
      },
    });
    await tx.conversionTouch.create({ data: { conversionId: conversion.id, touchId: touch.id, won: true } });
    return { conversion, referral, purchase, customer, touch };
  });
}

/** What is other than usual, with what the trust checks found. */
type GrantedOtherwise = Partial<Omit<GrantRewardInput, "trust">> & { trust?: TrustFinding };

/** What the purchase journey hands to `grantReward` for a new conversion of this champion. */
export async function aGrant(
  parts: Parts,
  owner: RewardedChampion,
  over: GrantedOtherwise = {},
): Promise<GrantRewardInput> {
  const { conversion, referral } = await aConversion(parts, owner, over.paidMinor);
  return {
    programId: owner.program.id,
    programVersionId: owner.version.id,
    conversionId: conversion.id,
    referralId: referral.id,
    championId: owner.champion.id,
    side: "champion",
    rule: ruleOf(over.rules ?? owner.rules),
    rules: owner.rules,
    calendar: owner.calendar,
    currency: "EUR",
    basis: { baseMinor: over.paidMinor ?? PAID, orderMinor: over.paidMinor ?? PAID },
    milestone: 0,
    paidMinor: PAID,
    paidAt: parts.clock.now(),
    by: "system",
    ...over,
    trust: async () => over.trust ?? { outcome: "pass", reason: null },
  };
}

/** The rule that thanks for a first purchase. */
function ruleOf({ rewards }: ProgramRules): RewardRule {
  const rule = firstRule(rewards);
  if (!rule) throw new RangeError("these rules thank for no first purchase");
  return rule;
}

/** A granted reward of EUR 10 on EUR 80; the champion is made when none is given. */
export async function aReward(
  parts: Parts,
  owner?: RewardedChampion,
  over: GrantedOtherwise = {},
): Promise<RewardRow> {
  const champion = owner ?? (await aRewardedChampion(parts));
  return (await grantReward(await aGrant(parts, champion, over), parts)).reward;
}
