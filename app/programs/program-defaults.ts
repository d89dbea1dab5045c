import { DEFAULT_CLAUSES } from "./default-terms";
import type { ProgramCopyByLocale } from "./program-copy";
import type { ProgramRules } from "./program-rules";
import { thanksForFirst } from "./reward-rule";
import type { Clause } from "./terms";

/** What a new program starts with; everything in it can be changed in the settings. */
export interface ProgramDefaults {
  type: "friend" | "affiliate";
  joinPolicy: "open" | "customers" | "invitation" | "application";
  rules: ProgramRules;
  copy: ProgramCopyByLocale;
  clauses: readonly Clause[];
}

type Currency = ProgramRules["currency"];

// Round starting amounts, not an exchange rate: what EUR 1 becomes in minor units.
const UNIT: Partial<Record<Currency, bigint>> = {
  SEK: 1_000n,
  NOK: 1_000n,
  DKK: 800n,
  CZK: 2_500n,
  PLN: 400n,
  JPY: 150n,
};

/** The rules both types share: the rulebook's defaults (A1, M14, W7, W9, W11, W12, L3). */
function sharedRules(currency: Currency) {
  const unit = UNIT[currency] ?? 100n;
  return {
    unit,
    shared: {
      currency,
      clickMemoryDays: 30,
      qualifyDays: 365,
      holdDays: 30,
      approval: "hold_end",
      minimumPurchaseMinor: 20n * unit,
      capPerFriendMinor: null,
      budgetPer30DaysMinor: null,
      keepMonths: 12,
      referenceBasketMinor: 80n * unit,
      autoApproveEachMinor: 50n * unit,
      autoApprove30DaysMinor: 250n * unit,
      twoAdminsAboveMinor: 500n * unit,
      minimumPayoutMinor: 10n * unit,
      pointsPerUnit: 100,
      friendRail: "stripe_balance",
      cookie: "on_claim",
    },
  } as const;
}

const FRIEND_COPY: ProgramCopyByLocale = {
  en: {
    title: "Recommend {company}",
    promise: "A friend gets {friendOffer} off a first order. You get {reward} as a thank-you.",
    steps: [
      "You share your own link or code with somebody who would enjoy {company}.",
      "They get {friendOffer} off their first order, and read that you get something too.",
      "When their order is final, {reward} is yours, and you see on which day and at what hour.",
    ],
    values:
      "We would rather thank the people who like what we make than pay for advertisements. So nobody who is new gets a better deal than you have, we always say by when we decide, and we always tell you why.",
    friendHeadline: "Something for your first order at {company}",
    shareText:
      "I buy at {company} and it makes me happy. With my link you get {friendOffer} off your first order.",
  },
  nl: {
    title: "Beveel {company} aan",
    promise: "Een vriend krijgt {friendOffer} korting op de eerste bestelling. Jij krijgt {reward} als dank.",
    steps: [
      "Je deelt je eigen link of code met iemand die blij zou worden van {company}.",
      "Die krijgt {friendOffer} korting op de eerste bestelling, en leest dat jij ook iets krijgt.",
      "Is de bestelling definitief, dan is {reward} van jou; je ziet op welke dag en hoe laat.",
    ],
    values:
      "We bedanken liever de mensen die blij zijn met wat we maken dan dat we advertenties betalen. Daarom krijgt niemand die nieuw is het beter dan jij, zeggen we altijd wanneer we beslissen, en vertellen we je altijd waarom.",
    friendHeadline: "Iets voor je eerste bestelling bij {company}",
    shareText:
      "Ik koop bij {company} en daar word ik blij van. Met mijn link krijg je {friendOffer} korting op je eerste bestelling.",
  },
};

const AFFILIATE_COPY: ProgramCopyByLocale = {
  en: {
    title: "Write about {company}",
    promise: "Your readers get {friendOffer} off a first order. You get {reward} of what they pay.",
    steps: [
      "You tell us where you write, film or talk, and we answer by the day we name.",
      "Your readers get {friendOffer} off their first order, and read that you earn by it.",
      "When an order is final, {reward} of what was paid is yours, and each order is accounted for.",
    ],
    values:
      "We look for people who would speak of us anyway. Say what you think, also when it is not all praise; we only ask you to be open about what you earn.",
    friendHeadline: "Something for your first order at {company}",
    shareText:
      "I write about {company} because I use it. With my link you get {friendOffer} off your first order.",
  },
  nl: {
    title: "Schrijf over {company}",
    promise:
      "Je lezers krijgen {friendOffer} korting op een eerste bestelling. Jij krijgt {reward} van wat ze betalen.",
    steps: [
      "Je vertelt ons waar je schrijft, filmt of praat, en we antwoorden uiterlijk op de dag die we noemen.",
      "Je lezers krijgen {friendOffer} korting op hun eerste bestelling, en lezen dat jij eraan verdient.",
      "Is een bestelling definitief, dan is {reward} van het betaalde bedrag van jou; elke bestelling staat verantwoord.",
    ],
    values:
      "We zoeken mensen die toch al over ons zouden vertellen. Zeg wat je vindt, ook als het niet alleen lof is; we vragen alleen dat je open bent over wat je verdient.",
    friendHeadline: "Iets voor je eerste bestelling bij {company}",
    shareText:
      "Ik schrijf over {company} omdat ik het gebruik. Met mijn link krijg je {friendOffer} korting op je eerste bestelling.",
  },
};

/** A friend program: the same amount for both sides, first touch (A4), credit on the champion's own bill. */
export function friendProgramDefaults(currency: Currency): ProgramDefaults {
  const { unit, shared } = sharedRules(currency);
  const ten = { kind: "flat", amountMinor: 10n * unit } as const;
  const rules: ProgramRules = {
    ...shared,
    model: "first",
    rewards: [thanksForFirst(ten)],
    friendOffer: ten,
    ownOffer: ten,
    capPer30DaysMinor: 250n * unit,
    rail: "stripe_balance",
  };
  return { type: "friend", joinPolicy: "customers", rules, copy: FRIEND_COPY, clauses: DEFAULT_CLAUSES };
}

/** An affiliate program: a share of what readers pay, last touch (A4), by application, given as a personal code. */
export function affiliateProgramDefaults(currency: Currency): ProgramDefaults {
  const { shared } = sharedRules(currency);
  const five = { kind: "percent", basisPoints: 500 } as const;
  const rules: ProgramRules = {
    ...shared,
    model: "last",
    rewards: [thanksForFirst({ kind: "percent", basisPoints: 1_000 })],
    friendOffer: five,
    ownOffer: five,
    capPer30DaysMinor: null,
    rail: "promotion_code",
  };
  return {
    type: "affiliate",
    joinPolicy: "application",
    rules,
    copy: AFFILIATE_COPY,
    clauses: DEFAULT_CLAUSES,
  };
}
