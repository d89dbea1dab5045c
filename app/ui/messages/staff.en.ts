import { book } from "./book.en";
import { common } from "./common.en";
import { conditions } from "./conditions.en";
import { conversions } from "./conversions.en";
import { cookie } from "./cookie.en";
import { desk } from "./desk.en";
import { errors } from "./errors.en";
import { integration } from "./integration.en";
import { mail } from "./mail.en";
import { people } from "./people.en";
import { questions } from "./questions.en";
import { reasons } from "./reasons.en";
import { reports } from "./reports.en";
import { rewardRules } from "./reward-rules.en";
import { settings } from "./settings.en";
import { signIn } from "./signIn.en";
import { site } from "./site.en";
import { trust } from "./trust.en";
import { webhooks } from "./webhooks.en";
import { wiring } from "./wiring.en";

/** What a browser downloads of the words on the desk's pages (`downloads.test.ts`). */
export const messages = {
  book, common, conditions, conversions, cookie, desk, errors, integration, mail, people, questions, reasons, reports, rewardRules, settings, signIn, site, trust, webhooks, wiring,
};
