import type { ChampionStatus } from "~/champions/champion";
import type { StatusTone } from "./components/StatusPill";

/** How a membership's state looks, in the portal and at the desk; its word is `common.membership.<status>`. */
export const MEMBERSHIP_TONES: Record<ChampionStatus, StatusTone> = {
  active: "done",
  paused: "waiting",
  applied: "waiting",
  refused: "neutral",
  left: "neutral",
  blocked: "refused",
};
