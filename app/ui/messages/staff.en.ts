import { ask } from "./ask.en";
import { batches } from "./batches.en";
import { common } from "./common.en";
import { conditions } from "./conditions.en";
import { conversions } from "./conversions.en";
import { desk } from "./desk.en";
import { errors } from "./errors.en";
import { promises } from "./promises.en";
import { reasons } from "./reasons.en";
import { site } from "./site.en";
import { trust } from "./trust.en";

/** What a browser downloads of the words where the desk decides: queue, rewards, sales, promises, batches (`downloads.test.ts`). */
export const messages = { ask, batches, common, conditions, conversions, desk, errors, promises, reasons, site, trust };
