import { causes } from "./causes.en";
import { common } from "./common.en";
import { conditions } from "./conditions.en";
import { cookie } from "./cookie.en";
import { desk } from "./desk.en";
import { errors } from "./errors.en";
import { prizeShelf } from "./prize-shelf.en";
import { reasons } from "./reasons.en";
import { replay } from "./replay.en";
import { rewardRules } from "./reward-rules.en";
import { settings } from "./settings.en";
import { simulate } from "./simulate.en";
import { site } from "./site.en";
import { trust } from "./trust.en";

/** What a browser downloads of the words on the pages of settings (`downloads.test.ts`). */
export const messages = {
  causes, common, conditions, cookie, desk, errors, prizeShelf, reasons, replay, rewardRules, settings, simulate, site, trust,
};
