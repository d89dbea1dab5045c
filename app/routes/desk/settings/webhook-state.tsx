import type { EndpointView } from "~/webhooks/list-endpoints.server";
import { StatusPill } from "~/ui/components/StatusPill";
import { useFormat, useT } from "~/ui/i18n";

type State = Pick<EndpointView, "off" | "failingSince">;

/** Whether an endpoint listens, in a word. */
export function WebhookPill({ off, failingSince }: State) {
  const t = useT();
  if (off) return <StatusPill tone="neutral">{t("webhooks.state.off")}</StatusPill>;
  if (failingSince) return <StatusPill tone="refused">{t("webhooks.state.failing")}</StatusPill>;
  return <StatusPill tone="done">{t("webhooks.state.on")}</StatusPill>;
}

/** Why it does not listen, in a sentence; null while it does. */
export function useWhyOff(): (state: State) => string | null {
  const t = useT();
  const format = useFormat();
  return ({ off, failingSince }) => {
    if (off) {
      const key = `webhooks.state.off_${off.because}`;
      return t.has(key) ? t(key, { when: format.dateTime(off.at) }) : null;
    }
    return failingSince && t("webhooks.state.failingSince", { when: format.dateTime(failingSince) });
  };
}
