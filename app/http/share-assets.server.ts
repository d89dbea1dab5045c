import { env } from "~/platform/env.server";
import { isLocale, type Locale } from "~/platform/locale";
import { checkAccent } from "~/programs/accent";
import type { Company } from "~/programs/company";
import type { ProgramVersion } from "~/programs/program";
import type { AssetTexts } from "~/sharing/asset-texts";
import { drawCard } from "~/sharing/draw-card.server";
import { drawPoster } from "~/sharing/draw-poster.server";
import { referralUrl } from "~/sharing/share-channel";
import { translator } from "~/ui/i18n.server";
import { localeOf } from "./locale.server";
import { offerWords } from "./offer-words.server";

interface AssetParts {
  version: ProgramVersion;
  company: Company;
  championName: string;
  code: string;
  locale: Locale;
}

/** The language asked for in the address, else the reader's. */
export function assetLocale(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get("lang");
  return isLocale(asked) ? asked : localeOf(request);
}

/** The social image of a link as a PNG. Drawn once; the same words and look give the same image. */
export async function cardImage(parts: AssetParts): Promise<Buffer> {
  const texts = textsOf(parts);
  const look = { accent: accentOnPaper(parts.company), url: referralUrl(env().APP_URL, parts.code, "card") };
  const key = JSON.stringify([texts, look]);
  const drawn = cards.get(key) ?? drawCard(texts, look);
  cards.delete(key);
  cards.set(key, drawn);
  if (cards.size > CARDS_KEPT) cards.delete(cards.keys().next().value ?? "");
  try {
    return await drawn;
  } catch (error) {
    cards.delete(key);
    throw error;
  }
}

/** An A4 poster of a link as a PDF. */
export function posterFile(parts: AssetParts): Promise<Buffer> {
  const url = referralUrl(env().APP_URL, parts.code, "poster");
  return drawPoster(textsOf(parts), { accent: accentOnPaper(parts.company), url, locale: parts.locale });
}

/** About 40 KB each. */
const CARDS_KEPT = 100;
const cards = new Map<string, Promise<Buffer>>();

function textsOf({ version, company, championName: name, code, locale }: AssetParts): AssetTexts {
  const t = translator(locale);
  const { offer, reward, copy } = offerWords(version, company, locale);
  const address = referralUrl(env().APP_URL, code).replace(/^https?:\/\//, "");
  return {
    company: company.name,
    headline: copy.friendHeadline,
    byline: t("share.asset.byline", { name }),
    codeLabel: offer ? t("share.asset.codeLabel", { offer }) : t("share.asset.codeLabelPlain"),
    code,
    scan: t("share.asset.scan", { address }),
    disclosure: t("share.disclosureAsset", { name, reward }),
  };
}

function accentOnPaper({ accent }: Company): string {
  const check = checkAccent(accent);
  return check.suggestion ?? accent;
}
