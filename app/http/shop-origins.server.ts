import { processDatabase } from "~/platform/deps.server";

const KEEP_MS = 5_000;
let kept: { until: number; origins: string[] } | undefined;

/** The shop's origins from the company settings, for the forms that lead there. Kept for five seconds. */
export async function shopOrigins(): Promise<string[]> {
  if (kept && kept.until > Date.now()) return kept.origins;
  const { rows } = await processDatabase().pool.query<{ shop_url: string }>("select shop_url from company");
  const origins = rows.flatMap(({ shop_url }) => (URL.canParse(shop_url) ? [new URL(shop_url).origin] : []));
  kept = { until: Date.now() + KEEP_MS, origins };
  return origins;
}
