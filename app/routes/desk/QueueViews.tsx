import { QUEUE_VIEWS, type QueueView } from "~/rewards/queue-view";
import { Tabs } from "~/ui/components/Tabs";
import { useT } from "~/ui/i18n";

/** The drawers with how much lies in each. */
export function QueueViews({ view, counts }: { view: QueueView; counts: Record<QueueView, number> }) {
  const t = useT();
  const tabs = QUEUE_VIEWS.map((each) => ({
    to: `/desk/queue?view=${each}`,
    label: t(`desk.queue.view.${each}`),
    here: each === view,
    count: counts[each],
  }));
  return <Tabs label={t("desk.queue.views")} tabs={tabs} />;
}
