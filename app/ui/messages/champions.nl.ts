import { cause } from "./cause.nl";
import { common } from "./common.nl";
import { conditions } from "./conditions.nl";
import { errors } from "./errors.nl";
import { gift } from "./gift.nl";
import { inquiry } from "./inquiry.nl";
import { linkTags } from "./link-tags.nl";
import { payout } from "./payout.nl";
import { portal } from "./portal.nl";
import { prizes } from "./prizes.nl";
import { questions } from "./questions.nl";
import { reasons } from "./reasons.nl";
import { share } from "./share.nl";
import { signIn } from "./signIn.nl";
import { site } from "./site.nl";
import { whyNot } from "./why-not.nl";
import { wireShop } from "./wire-shop.nl";

/** What a browser downloads of the words on all pages but the desk's (`downloads.test.ts`). */
export const messages = { cause, common, conditions, errors, gift, inquiry, linkTags, payout, portal, prizes, questions, reasons, share, signIn, site, whyNot, wireShop };
