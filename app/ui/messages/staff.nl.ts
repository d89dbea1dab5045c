import { book } from "./book.nl";
import { common } from "./common.nl";
import { conditions } from "./conditions.nl";
import { conversions } from "./conversions.nl";
import { cookie } from "./cookie.nl";
import { desk } from "./desk.nl";
import { errors } from "./errors.nl";
import { integration } from "./integration.nl";
import { mail } from "./mail.nl";
import { people } from "./people.nl";
import { questions } from "./questions.nl";
import { reasons } from "./reasons.nl";
import { reports } from "./reports.nl";
import { rewardRules } from "./reward-rules.nl";
import { settings } from "./settings.nl";
import { signIn } from "./signIn.nl";
import { site } from "./site.nl";
import { trust } from "./trust.nl";
import { webhooks } from "./webhooks.nl";
import { wiring } from "./wiring.nl";

/** What a browser downloads of the words on the desk's pages (`downloads.test.ts`). */
export const messages = {
  book, common, conditions, conversions, cookie, desk, errors, integration, mail, people, questions, reasons, reports, rewardRules, settings, signIn, site, trust, webhooks, wiring,
};
