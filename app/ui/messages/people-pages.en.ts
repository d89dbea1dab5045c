import { common } from "./common.en";
import { conditions } from "./conditions.en";
import { desk } from "./desk.en";
import { donations } from "./donations.en";
import { errors } from "./errors.en";
import { gifts } from "./gifts.en";
import { mail } from "./mail.en";
import { people } from "./people.en";
import { prizeDesk } from "./prize-desk.en";
import { questions } from "./questions.en";
import { reasons } from "./reasons.en";
import { signIn } from "./signIn.en";
import { site } from "./site.en";

/** What a browser downloads of the words on the desk's pages of people: their post, their questions, what is sent to them, signing in (`downloads.test.ts`). */
export const messages = {
  common, conditions, desk, donations, errors, gifts, mail, people, prizeDesk, questions, reasons, signIn, site,
};
