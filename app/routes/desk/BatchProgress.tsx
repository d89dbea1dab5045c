import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { ShownBatch } from "~/rewards/get-batch.server";
import { Button } from "~/ui/components/Button";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { useFormat, useT } from "~/ui/i18n";
import { useBatchEnd } from "./use-batch-end";

interface BatchProgressProps extends Pick<ShownBatch, "batch" | "course" | "undoneBy"> {
  decides: boolean;
}

/** How long a look takes to be old. */
const LOOK_AGAIN_MS = 1_000;

/** How far a batch is, what became of how many, and the way to take it back. */
export function BatchProgress({ batch, course, undoneBy, decides }: BatchProgressProps) {
  const t = useT();
  const format = useFormat();
  const end = useBatchEnd();
  const { done, total, ends } = course;
  const running = batch.finishedAt === null;
  useLookAgain(running);
  return (
    <section aria-label={t("batches.progress", { done, total })} className="flex flex-col gap-3">
      <progress value={done} max={total} aria-label={t("batches.progress", { done, total })} className="h-3 w-full accent-accent" />
      <Notice tone={running ? "waiting" : "done"} live title={t("batches.progress", { done, total })}>
        <ul>
          {ends.map((each) => (
            <li key={`${each.outcome} ${each.code}`}>{end.counted(each)}</li>
          ))}
        </ul>
        <p>{batch.finishedAt ? t("batches.finished", { at: format.dateTime(batch.finishedAt) }) : t("batches.running")}</p>
      </Notice>
      {running ? (
        <div>
          <LinkButton to="." variant="secondary" size="small">
            {t("batches.refresh")}
          </LinkButton>
        </div>
      ) : null}
      {undoneBy ? (
        <div>
          <LinkButton to={`/desk/batches/${undoneBy}`} variant="secondary" size="small">
            {t("batches.undone")}
          </LinkButton>
        </div>
      ) : null}
      {!running && !undoneBy && decides && batch.act === "approve" && ends.some(({ outcome }) => outcome === "approved") ? (
        <PostForm className="flex flex-wrap items-center gap-3">
          <Button name="intent" value="undo" variant="secondary" size="small" icon="undo">
            {t("batches.undo")}
          </Button>
          <span className="text-sm text-muted">{t("desk.queue.done.undoHint")}</span>
        </PostForm>
      ) : null}
    </section>
  );
}

/** Asks again while it runs, one question at a time. */
function useLookAgain(running: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!running || state !== "idle") return;
    const timer = setTimeout(revalidate, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [running, state, revalidate]);
}
