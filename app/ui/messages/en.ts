import { ask } from "./ask.en";
import { batches } from "./batches.en";
import { book } from "./book.en";
import { cause } from "./cause.en";
import { causes } from "./causes.en";
import { common } from "./common.en";
import { conditions } from "./conditions.en";
import { conversions } from "./conversions.en";
import { cookie } from "./cookie.en";
import { decideLink } from "./decide-link.en";
import { desk } from "./desk.en";
import { developers } from "./developers.en";
import { donations } from "./donations.en";
import { errors } from "./errors.en";
import { gift } from "./gift.en";
import { gifts } from "./gifts.en";
import { inquiry } from "./inquiry.en";
import { integration } from "./integration.en";
import { linkTags } from "./link-tags.en";
import { mail } from "./mail.en";
import { payout } from "./payout.en";
import { people } from "./people.en";
import { portal } from "./portal.en";
import { prizeDesk } from "./prize-desk.en";
import { prizeShelf } from "./prize-shelf.en";
import { prizes } from "./prizes.en";
import { promises } from "./promises.en";
import { questions } from "./questions.en";
import { reasons } from "./reasons.en";
import { replay } from "./replay.en";
import { reports } from "./reports.en";
import { rewardRules } from "./reward-rules.en";
import { settings } from "./settings.en";
import { share } from "./share.en";
import { signIn } from "./signIn.en";
import { simulate } from "./simulate.en";
import { site } from "./site.en";
import { trust } from "./trust.en";
import { webhooks } from "./webhooks.en";
import { whyNot } from "./why-not.en";
import { wireShop } from "./wire-shop.en";
import { wiring } from "./wiring.en";

export const messages = {
  ask,
  batches,
  book,
  cause,
  causes,
  common,
  conditions,
  conversions,
  cookie,
  decideLink,
  desk,
  developers,
  donations,
  prizeDesk,
  prizeShelf,
  prizes,
  errors,
  gift,
  gifts,
  inquiry,
  integration,
  linkTags,
  mail,
  payout,
  people,
  portal,
  promises,
  questions,
  reasons,
  replay,
  reports,
  rewardRules,
  settings,
  share,
  signIn,
  simulate,
  site,
  trust,
  webhooks,
  whyNot,
  wireShop,
  wiring,
};
