import { cause } from "./cause.en";
import { common } from "./common.en";
import { conditions } from "./conditions.en";
import { errors } from "./errors.en";
import { gift } from "./gift.en";
import { inquiry } from "./inquiry.en";
import { linkTags } from "./link-tags.en";
import { payout } from "./payout.en";
import { portal } from "./portal.en";
import { prizes } from "./prizes.en";
import { questions } from "./questions.en";
import { reasons } from "./reasons.en";
import { share } from "./share.en";
import { signIn } from "./signIn.en";
import { site } from "./site.en";
import { whyNot } from "./why-not.en";
import { wireShop } from "./wire-shop.en";

/** What a browser downloads of the words on all pages but the desk's (`downloads.test.ts`). */
export const messages = { cause, common, conditions, errors, gift, inquiry, linkTags, payout, portal, prizes, questions, reasons, share, signIn, site, whyNot, wireShop };
