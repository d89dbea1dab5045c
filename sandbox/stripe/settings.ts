export interface WebhookSettings {
  /** `paused` keeps deliveries until it is `on` again; with `off` none are made. */
  mode: "on" | "paused" | "off";
  /** How many further times each delivery is sent. */
  duplicates: number;
  delayMs: number;
  /** Deliveries of about one second go out last first. */
  reorder: boolean;
}

export interface Settings {
  clockOffsetMs: number;
  webhooks: WebhookSettings;
  /** `pending`: a new refund waits for an outcome from the control page. */
  refunds: { mode: "succeed" | "pending" };
  platform: { id: string; created: number } | null;
}

export const DEFAULT_SETTINGS: Settings = {
  clockOffsetMs: 0,
  webhooks: { mode: "on", duplicates: 0, delayMs: 0, reorder: false },
  refunds: { mode: "succeed" },
  platform: null,
};
