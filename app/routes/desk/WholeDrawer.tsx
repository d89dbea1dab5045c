import { BATCH_ACTS } from "~/rewards/batch";
import { Button } from "~/ui/components/Button";
import { LinkButton } from "~/ui/components/LinkButton";
import { PostForm } from "~/ui/components/PostForm";
import { useT } from "~/ui/i18n";

/** The way to decide about all that fit the search, on every page of it; the next page shows the effect first. */
export function WholeDrawer({ count, place }: { count: number; place: string }) {
  const t = useT();
  return (
    <PostForm action="/desk/batches" className="flex flex-wrap items-center gap-3 border-t border-hairline pt-4">
      <input type="hidden" name="place" value={place} />
      <p className="text-sm font-semibold">{t("batches.all", { count })}</p>
      {BATCH_ACTS.map((act) => (
        <Button key={act} name="act" value={act} size="small" variant={act === "refuse" ? "danger" : "secondary"}>
          {t(`batches.prepare.${act}`)}
        </Button>
      ))}
      <LinkButton to="/desk/batches" variant="plain" size="small">
        {t("batches.list")}
      </LinkButton>
    </PostForm>
  );
}
