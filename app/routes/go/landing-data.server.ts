import { claimedTokens } from "~/http/claim-cookie.server";
import { localeOf } from "~/http/locale.server";
import { offerWords } from "~/http/offer-words.server";
import { showLanding } from "~/journeys/show-landing.server";
import { env } from "~/platform/env.server";
import { isAllowedTarget } from "~/programs/allowed-target";
import { translator } from "~/ui/i18n.server";
import { readVisit } from "~/sharing/visit.server";

interface LandingQuestion {
  code: string;
  token: string | null;
  /** Whether this is the visit itself, and not the same page once more. */
  mayCount: boolean;
}

/** Everything the friend's landing page shows; null when nobody has this code. */
export async function landingData(request: Request, { code, token, mayCount }: LandingQuestion) {
  const { APP_URL } = env();
  const { uncountedBecause } = readVisit({
    method: request.method,
    header: (name) => request.headers.get(name) ?? undefined,
    via: null,
    behindProxy: false,
    ownHost: new URL(APP_URL).host,
  });
  const shown = await showLanding({ code, token, counts: mayCount && uncountedBecause === null });
  if (!shown) return null;
  const { company, program, link, championName } = shown;
  const locale = localeOf(request);
  const words = offerWords(program.version, company, locale);
  const t = translator(locale);
  const named = shown.open ? championName : null;
  return {
    open: shown.open,
    name: named ?? "",
    sentence: named ? shown.sentence : null,
    company: company.name,
    shopUrl: isAllowedTarget(company, company.shopUrl) ? company.shopUrl : null,
    code: link.currentCode,
    token: shown.token,
    headline: words.copy.friendHeadline,
    offer: words.offer,
    least: words.least,
    friendReward: words.friendReward,
    friendSignUp: words.friendSignUp,
    friendRail: program.version.rules.friendRail,
    reward: words.reward,
    days: program.version.rules.clickMemoryDays,
    cookie: program.version.rules.cookie,
    cookieSeconds: shown.cookieSeconds,
    sharedDomain: company.cookieDomain,
    remembered: claimedTokens(request).length > 0,
    /** For the preview that messengers show: it carries the disclosure too (L4). */
    preview: named
      ? {
          title: t("share.landing.title", { name: named, company: company.name }),
          description: `${words.copy.friendHeadline}. ${t("share.landing.disclosure", { name: named, reward: words.reward })}`,
          image: `${APP_URL}/l/${link.currentCode}/card.png?lang=${locale}`,
        }
      : null,
  };
}

export type LandingData = NonNullable<Awaited<ReturnType<typeof landingData>>>;
