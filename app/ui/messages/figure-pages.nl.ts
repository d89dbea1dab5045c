import { book } from "./book.nl";
import { common } from "./common.nl";
import { conditions } from "./conditions.nl";
import { conversions } from "./conversions.nl";
import { desk } from "./desk.nl";
import { errors } from "./errors.nl";
import { reasons } from "./reasons.nl";
import { reports } from "./reports.nl";
import { signIn } from "./signIn.nl";
import { site } from "./site.nl";

/** What a browser downloads of the words on the pages of figures: the book and marketing (`downloads.test.ts`). */
export const messages = { book, common, conditions, conversions, desk, errors, reasons, reports, signIn, site };
