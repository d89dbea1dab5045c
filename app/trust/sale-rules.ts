import { present, signRule, type Rule } from "./rule";

const DAY_MS = 86_400_000;

/** R3, R4, R12, R20: what the sale and its touch say by themselves. */
export const SALE_RULES: readonly Rule[] = [
  {
    id: "R3", version: 1,
    judge: ({ paidBefore, byHand }) => {
      if (byHand) return null;
      const before = present(paidBefore);
      return { outcome: before ? "not_eligible" : "pass", compared: { paidBefore: before?.toISOString() ?? null } };
    },
  },
  {
    id: "R4", version: 1,
    judge: ({ touchedAt, touchValidUntil, boundAt, byHand }) => {
      if (byHand) return null;
      const [touched, until, bound] = [present(touchedAt), present(touchValidUntil), present(boundAt)];
      // Providers tell whole seconds.
      const inTime = Math.floor(+touched / 1000) <= Math.floor(+bound / 1000) && bound < until;
      const compared = { touchedAt: touched.toISOString(), until: until.toISOString(), boundAt: bound.toISOString() };
      return { outcome: inTime ? "pass" : "not_eligible", compared };
    },
  },
  signRule("R12", (signs) => {
    const warning = present(signs.warning);
    return warning && { outcome: warning === "none" ? "pass" : "hold", compared: { warning } };
  }),
  signRule("R20", (signs, { paidAt }, { figures }) => {
    const [endedAt, costsMore] = [present(signs.subscriptionEndedAt), present(signs.costsMoreThanItBrings)];
    if (endedAt === null && costsMore === null) return null;
    const soon = endedAt !== null && +endedAt - +paidAt < figures.endedWithinDays * DAY_MS;
    const compared = { endedAt: endedAt?.toISOString() ?? null, costsMore };
    return { outcome: soon || costsMore ? "flag" : "pass", compared };
  }),
];
