import { ask } from "./ask.en";
import { batches } from "./batches.en";
import { common } from "./common.en";
import { conditions } from "./conditions.en";
import { conversions } from "./conversions.en";
import { desk } from "./desk.en";
import { donations } from "./donations.en";
import { errors } from "./errors.en";
import { gifts } from "./gifts.en";
import { mail } from "./mail.en";
import { people } from "./people.en";
import { prizeDesk } from "./prize-desk.en";
import { promises } from "./promises.en";
import { questions } from "./questions.en";
import { reasons } from "./reasons.en";
import { rewardRules } from "./reward-rules.en";
import { signIn } from "./signIn.en";
import { site } from "./site.en";
import { trust } from "./trust.en";

/** What a browser downloads of the words on the desk's pages, apart from its settings (`downloads.test.ts`). */
export const messages = {
  ask, batches, common, conditions, conversions, desk, donations, errors, gifts, mail, people, prizeDesk, promises, questions, reasons, rewardRules, signIn, site, trust,
};
