import { common } from "./common.nl";
import { conditions } from "./conditions.nl";
import { desk } from "./desk.nl";
import { donations } from "./donations.nl";
import { errors } from "./errors.nl";
import { gifts } from "./gifts.nl";
import { mail } from "./mail.nl";
import { people } from "./people.nl";
import { prizeDesk } from "./prize-desk.nl";
import { questions } from "./questions.nl";
import { reasons } from "./reasons.nl";
import { signIn } from "./signIn.nl";
import { site } from "./site.nl";

/** What a browser downloads of the words on the desk's pages of people: their post, their questions, what is sent to them, signing in (`downloads.test.ts`). */
export const messages = {
  common, conditions, desk, donations, errors, gifts, mail, people, prizeDesk, questions, reasons, signIn, site,
};
