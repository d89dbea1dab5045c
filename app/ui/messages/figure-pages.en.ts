import { book } from "./book.en";
import { common } from "./common.en";
import { conditions } from "./conditions.en";
import { conversions } from "./conversions.en";
import { desk } from "./desk.en";
import { errors } from "./errors.en";
import { reasons } from "./reasons.en";
import { reports } from "./reports.en";
import { signIn } from "./signIn.en";
import { site } from "./site.en";

/** What a browser downloads of the words on the pages of figures: the book and marketing (`downloads.test.ts`). */
export const messages = { book, common, conditions, conversions, desk, errors, reasons, reports, signIn, site };
