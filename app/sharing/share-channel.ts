/** The ways a champion passes the link on, in the order they are offered. Stored in events: never renamed. */
export const SHARE_CHANNELS = ["native", "whatsapp", "mail", "sms", "linkedin", "x", "facebook", "copy"] as const;
export type ShareChannel = (typeof SHARE_CHANNELS)[number];

/** Channels that are things instead of buttons: their link says so itself. */
export const ASSET_CHANNELS = ["qr", "poster", "card"] as const;
export type AssetChannel = (typeof ASSET_CHANNELS)[number];

export type Channel = ShareChannel | AssetChannel;

/** Reads a channel from an address or a form; null when it is none of ours. */
export function channelOf(text: string | null | undefined): Channel | null {
  const known: readonly string[] = [...SHARE_CHANNELS, ...ASSET_CHANNELS];
  return text && known.includes(text) ? (text as Channel) : null;
}

/** The public address of a code; `via` tells which channel it was handed out through. */
export function referralUrl(appUrl: string, code: string, via?: Channel): string {
  return `${appUrl}/r/${code}${via && via !== "copy" ? `?via=${via}` : ""}`;
}
