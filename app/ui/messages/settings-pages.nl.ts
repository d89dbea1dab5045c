import { causes } from "./causes.nl";
import { common } from "./common.nl";
import { conditions } from "./conditions.nl";
import { cookie } from "./cookie.nl";
import { desk } from "./desk.nl";
import { errors } from "./errors.nl";
import { prizeShelf } from "./prize-shelf.nl";
import { reasons } from "./reasons.nl";
import { replay } from "./replay.nl";
import { rewardRules } from "./reward-rules.nl";
import { settings } from "./settings.nl";
import { simulate } from "./simulate.nl";
import { site } from "./site.nl";
import { trust } from "./trust.nl";

/** What a browser downloads of the words on the pages of settings (`downloads.test.ts`). */
export const messages = {
  causes, common, conditions, cookie, desk, errors, prizeShelf, reasons, replay, rewardRules, settings, simulate, site, trust,
};
