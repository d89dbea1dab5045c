import type { Side } from "~/programs/reward-side";
import { useT } from "~/ui/i18n";

/** Whose a reward is, as staff read it: a champion's name, or "a friend of" them (W6). */
export function useWhose(): (of: { side: Side; name: string }) => string {
  const t = useT();
  return ({ side, name }) => (side === "friend" ? t("desk.whose.friendOf", { name }) : name);
}
