import type { Decision } from "./decision";

/**
 * What is decided about a payment that was told under another name too and counts as that one (M10): it is nobody's, so
 * that nobody is thanked for it twice.
 * @param countsAs the conversion of the payment that stays
 */
export function decideJoined(momentId: string, countsAs: string): Decision {
  return {
    kind: "payment",
    momentId,
    bind: null,
    reason: "duplicate",
    touches: [],
    trace: [{ check: "told_once", rule: "M10", outcome: "fail", touchId: null, championId: null, reason: "duplicate", compared: { countsAs } }],
  };
}
