import { common } from "./common.en";
import { conditions } from "./conditions.en";
import { cookie } from "./cookie.en";
import { desk } from "./desk.en";
import { errors } from "./errors.en";
import { integration } from "./integration.en";
import { reasons } from "./reasons.en";
import { settings } from "./settings.en";
import { signIn } from "./signIn.en";
import { site } from "./site.en";
import { webhooks } from "./webhooks.en";
import { wiring } from "./wiring.en";

/** What a browser downloads of the words on the pages of whatever has access: colleagues, integration, keys, outgoing webhooks (`downloads.test.ts`). */
export const messages = { common, conditions, cookie, desk, errors, integration, reasons, settings, signIn, site, webhooks, wiring };
