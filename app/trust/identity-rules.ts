import { present, signRule, type Rule } from "./rule";

const OF_CARD = { champion: "block", other_friend: "hold", nobody: "pass" } as const;

/** R1, R2, R5, R6, R21: what friend and champion, or two friends of one champion, have in common. */
export const IDENTITY_RULES: readonly Rule[] = [
  {
    id: "R1", version: 1,
    judge: ({ sameAsFriend }) => {
      const same = present(sameAsFriend);
      return { outcome: same ? "block" : "pass", compared: { same } };
    },
  },
  signRule("R2", (signs) => {
    const sameCard = present(signs.sameCard);
    return sameCard && { outcome: OF_CARD[sameCard], compared: { sameCard } };
  }),
  signRule("R5", (signs, _facts, { figures }) => {
    const host = present(signs.mailHost);
    if (host?.kind !== "own") return null;
    const { sameAsChampion, friendsBefore } = host;
    const held = friendsBefore + 1 >= figures.sameHostHeldFrom;
    const shared = sameAsChampion || friendsBefore > 0;
    return { outcome: held ? "hold" : shared ? "flag" : "pass", compared: { sameHostAsChampion: sameAsChampion, friendsOfHost: friendsBefore } };
  }),
  signRule("R6", (signs) => {
    const host = present(signs.mailHost);
    return host && { outcome: host.kind === "disposable" ? "hold" : "pass", compared: { disposable: host.kind === "disposable" } };
  }),
  signRule("R21", (signs, _facts, { figures }) => {
    if (!figures.comparesDelivery) return null;
    const sameDelivery = present(signs.sameDelivery);
    return sameDelivery && { outcome: sameDelivery === "nothing" ? "pass" : "flag", compared: { sameDelivery } };
  }),
];

/** R7 comes after all others: a network alone is evidence and never more (R33). */
export const NETWORK_RULE = signRule("R7", (signs, _facts, { found }) => {
  const network = present(signs.network);
  if (!network) return null;
  const { sameAsChampion: sameNetwork, sameBrowser } = network;
  const otherSign = found.some(({ outcome }) => outcome !== "pass" && outcome !== "routine_check");
  const flagged = sameNetwork && (sameBrowser || otherSign);
  return { outcome: !sameNetwork ? "pass" : flagged ? "flag" : "note", compared: { sameNetwork, sameBrowser, otherSign } };
});
