import { Button } from "~/ui/components/Button";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { useT } from "~/ui/i18n";

interface DoneBarProps {
  told: {
    approved: string[];
    first_of_two: string[];
    refused: string[];
    undone: string[];
    not: { rewardId: string; code: string; name: string | null }[];
  };
  place: string;
}

/** What was just done, with its undo, and what was not done and why. */
export function DoneBar({ told, place }: DoneBarProps) {
  const t = useT();
  const { approved, first_of_two: first, refused, undone, not } = told;
  const sentences = [
    approved.length > 0 ? t("desk.queue.done.approved", { count: approved.length }) : null,
    first.length > 0 ? t("desk.queue.done.first", { count: first.length }) : null,
    refused.length > 0 ? t("desk.queue.done.refused", { count: refused.length }) : null,
    undone.length > 0 ? t("desk.queue.done.undone", { count: undone.length }) : null,
  ].filter((sentence) => sentence !== null);
  return (
    <>
      {sentences.length > 0 ? (
        <Notice tone="done" live>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span className="font-semibold">{sentences.join(" ")}</span>
            {approved.length > 0 ? (
              <PostForm action="/desk/queue" className="flex flex-wrap items-center gap-3">
                <input type="hidden" name="intent" value="undo" />
                <input type="hidden" name="place" value={place} />
                {approved.map((item) => (
                  <input key={item} type="hidden" name="item" value={item} />
                ))}
                <Button variant="secondary" size="small" icon="undo" id="undo" aria-keyshortcuts="u">
                  {t("desk.queue.done.undo")}
                </Button>
                <span className="text-sm">{t("desk.queue.done.undoHint")}</span>
              </PostForm>
            ) : null}
          </div>
        </Notice>
      ) : null}
      {not.length > 0 ? (
        <Notice tone="problem" live>
          <ul>
            {not.map(({ rewardId, code, name }) => {
              const key = `desk.queue.not.${code}`;
              return (
                <li key={rewardId}>{t(t.has(key) ? key : "desk.queue.not.other", { name: name ?? "" })}</li>
              );
            })}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}
