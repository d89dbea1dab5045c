import type { Outcome } from "./outcome";
import { present, signRule, type Rule } from "./rule";

/** R15: what an advertisement's own parameter says. Facebook adds `fbclid` to ordinary posts too, so it only is a note. */
const AD_CLICKS: Record<string, Outcome> = {
  gclid: "hold", gad_source: "hold", gad_campaignid: "hold", gbraid: "hold", wbraid: "hold",
  msclkid: "flag", ttclid: "flag", twclid: "flag", li_fat_id: "flag", rdt_cid: "flag",
  fbclid: "note",
};

/** R8, R15, R16, R17, R19: how the friend came, and how this champion's friends come. */
export const SOURCE_RULES: readonly Rule[] = [
  signRule("R8", (signs, _facts, { figures }) => {
    const { seconds, friendsIn24Hours, medianPerDay } = present(signs.pace);
    const hasty = seconds !== null && seconds < figures.secondsAtLeast;
    // Who never brought anybody has no middle day to be compared with.
    const burst = medianPerDay > 0 && friendsIn24Hours > figures.timesMedianAtMost * medianPerDay;
    const crowd = friendsIn24Hours > figures.friendsIn24HoursAtMost;
    return { outcome: hasty || burst || crowd ? "hold" : "pass", compared: { seconds, friendsIn24Hours, medianPerDay } };
  }),
  signRule("R15", (signs) => {
    const click = present(signs.adClick);
    if (!click) return null;
    const { parameter, ownCampaign } = click;
    return { outcome: ownCampaign ? "pass" : AD_CLICKS[parameter] ?? "note", compared: { parameter, ownCampaign } };
  }),
  signRule("R16", (signs, _facts, { policy }) => {
    const referrerHost = present(signs.referrerHost);
    if (referrerHost === null || policy.bannedHosts.length === 0) return null;
    const banned = policy.bannedHosts.some((host) => referrerHost === host || referrerHost.endsWith(`.${host}`));
    return { outcome: banned ? "hold" : "pass", compared: { referrerHost, banned } };
  }),
  signRule("R17", (signs, _facts, { figures }) => {
    const { friends, withoutClick } = present(signs.codes);
    const leaked = friends >= figures.codeFromFriends && withoutClick * 100 > friends * figures.codePercentAtMost;
    return { outcome: leaked ? "flag" : "pass", compared: { withoutClick, ofFriends: friends } };
  }),
  signRule("R19", (signs) => {
    const circle = present(signs.circle);
    return { outcome: circle === "none" ? "pass" : "hold", compared: { circle } };
  }),
];
