import type { RewardRow } from "~/rewards/reward-row";
import { Button } from "~/ui/components/Button";
import { PostForm } from "~/ui/components/PostForm";
import { useT } from "~/ui/i18n";
import { writeItem } from "./decision-items";

interface UndoFormProps {
  reward: RewardRow;
  allowed: boolean;
  place: string;
}

/** Takes an approval back while the hold runs; nothing where there is none to take back. */
export function UndoForm({ reward, allowed, place }: UndoFormProps) {
  const t = useT();
  if (!allowed || reward.status !== "approved") return null;
  return (
    <PostForm action="/desk/queue" className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="intent" value="undo" />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="item" value={writeItem({ rewardId: reward.id, version: reward.version })} />
      <Button variant="secondary" icon="undo">
        {t("desk.decide.undo")}
      </Button>
      <span className="text-sm text-muted">{t(reward.side === "friend" ? "desk.whose.undoHint" : "desk.queue.done.undoHint")}</span>
    </PostForm>
  );
}
