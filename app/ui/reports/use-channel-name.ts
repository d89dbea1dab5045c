import { useT } from "../i18n";

/** Names a channel: a word of ours, or that none was told. */
export function useChannelName(): (channel: string | null) => string {
  const t = useT();
  return (channel) => {
    if (!channel) return t("reports.by.noChannel");
    const key = `reports.channel.${channel}`;
    return t.has(key) ? t(key) : channel;
  };
}
