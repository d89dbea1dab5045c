import { ask } from "./ask.nl";
import { batches } from "./batches.nl";
import { common } from "./common.nl";
import { conditions } from "./conditions.nl";
import { conversions } from "./conversions.nl";
import { desk } from "./desk.nl";
import { donations } from "./donations.nl";
import { errors } from "./errors.nl";
import { gifts } from "./gifts.nl";
import { mail } from "./mail.nl";
import { people } from "./people.nl";
import { prizeDesk } from "./prize-desk.nl";
import { promises } from "./promises.nl";
import { questions } from "./questions.nl";
import { reasons } from "./reasons.nl";
import { rewardRules } from "./reward-rules.nl";
import { signIn } from "./signIn.nl";
import { site } from "./site.nl";
import { trust } from "./trust.nl";

/** What a browser downloads of the words on the desk's pages, apart from its settings (`downloads.test.ts`). */
export const messages = {
  ask, batches, common, conditions, conversions, desk, donations, errors, gifts, mail, people, prizeDesk, promises, questions, reasons, rewardRules, signIn, site, trust,
};
