import { ask } from "./ask.nl";
import { batches } from "./batches.nl";
import { common } from "./common.nl";
import { conditions } from "./conditions.nl";
import { conversions } from "./conversions.nl";
import { desk } from "./desk.nl";
import { errors } from "./errors.nl";
import { promises } from "./promises.nl";
import { reasons } from "./reasons.nl";
import { site } from "./site.nl";
import { trust } from "./trust.nl";

/** What a browser downloads of the words where the desk decides: queue, rewards, sales, promises, batches (`downloads.test.ts`). */
export const messages = { ask, batches, common, conditions, conversions, desk, errors, promises, reasons, site, trust };
