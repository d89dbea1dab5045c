import { common } from "./common.nl";
import { conditions } from "./conditions.nl";
import { cookie } from "./cookie.nl";
import { desk } from "./desk.nl";
import { errors } from "./errors.nl";
import { integration } from "./integration.nl";
import { reasons } from "./reasons.nl";
import { settings } from "./settings.nl";
import { signIn } from "./signIn.nl";
import { site } from "./site.nl";
import { webhooks } from "./webhooks.nl";
import { wiring } from "./wiring.nl";

/** What a browser downloads of the words on the pages of whatever has access: colleagues, integration, keys, outgoing webhooks (`downloads.test.ts`). */
export const messages = { common, conditions, cookie, desk, errors, integration, reasons, settings, signIn, site, webhooks, wiring };
