/** A call as the reference page shows it and a test makes it; what must exist for it is named by `EXAMPLE`. */
export interface ApiExample {
  title: string;
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: Readonly<Record<string, unknown>>;
  status?: number;
  answer: unknown;
}

/** What examples name. Whoever runs one puts things that exist in their place (`withReal`). */
export const EXAMPLE = {
  clickToken: "9kX2Y2xpY2subG5rXzAxa2IyLmNsa18wMWtiMi5wcmdfMDFrYjI",
  invoiceId: "2026-101",
  programId: "prg_01kb2q7e5n8m3x6w9r4t1v2y7z",
  championId: "chp_01kb2q7e5n8m3x6w9r4t1v2y7z",
  linkId: "lnk_01kb2q7e5n8m3x6w9r4t1v2y7z",
  otherLinkId: "lnk_01kb2q7e5n8m3x6w9r4t1v2y8a",
  code: "ANNA-4821",
  referralId: "ref_01kb2q7e5n8m3x6w9r4t1v2y7z",
  conversionId: "cnv_01kb2q7e5n8m3x6w9r4t1v2y7z",
  rewardId: "rwd_01kb2q7e5n8m3x6w9r4t1v2y7z",
  webhookId: "wh_01kb2q7e5n8m3x6w9r4t1v2y7z",
  otherWebhookId: "wh_01kb2q7e5n8m3x6w9r4t1v2y8a",
  webhookDeliveryId: "whd_01kb2q7e5n8m3x6w9r4t1v2y7z",
  otherRewardId: "rwd_01kb2q7e5n8m3x6w9r4t1v2y8a",
} as const;

export type ExampleThings = Record<keyof typeof EXAMPLE, string>;

/** The example with things that exist in place of those it names. */
export function withReal<Value>(example: Value, real: ExampleThings): Value {
  const text = Object.entries(EXAMPLE).reduce(
    (json, [name, shown]) => json.replaceAll(shown, real[name as keyof ExampleThings]),
    JSON.stringify(example),
  );
  return JSON.parse(text) as Value;
}

/** Where an example goes, below `/api/v1/`. */
export function addressOf(path: string, { params = {}, query = {} }: Pick<ApiExample, "params" | "query">): string {
  const filled = Object.entries(params).reduce((text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)), path.slice(1));
  const search = new URLSearchParams(query).toString();
  return search ? `${filled}?${search}` : filled;
}
