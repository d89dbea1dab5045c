import { ask } from "./ask.nl";
import { batches } from "./batches.nl";
import { book } from "./book.nl";
import { cause } from "./cause.nl";
import { causes } from "./causes.nl";
import { common } from "./common.nl";
import { conditions } from "./conditions.nl";
import { conversions } from "./conversions.nl";
import { cookie } from "./cookie.nl";
import { decideLink } from "./decide-link.nl";
import { desk } from "./desk.nl";
import { developers } from "./developers.nl";
import { donations } from "./donations.nl";
import { errors } from "./errors.nl";
import { gift } from "./gift.nl";
import { gifts } from "./gifts.nl";
import { inquiry } from "./inquiry.nl";
import { integration } from "./integration.nl";
import { linkTags } from "./link-tags.nl";
import { mail } from "./mail.nl";
import { payout } from "./payout.nl";
import { people } from "./people.nl";
import { portal } from "./portal.nl";
import { prizeDesk } from "./prize-desk.nl";
import { prizeShelf } from "./prize-shelf.nl";
import { prizes } from "./prizes.nl";
import { promises } from "./promises.nl";
import { questions } from "./questions.nl";
import { reasons } from "./reasons.nl";
import { replay } from "./replay.nl";
import { reports } from "./reports.nl";
import { rewardRules } from "./reward-rules.nl";
import { settings } from "./settings.nl";
import { share } from "./share.nl";
import { signIn } from "./signIn.nl";
import { simulate } from "./simulate.nl";
import { site } from "./site.nl";
import { trust } from "./trust.nl";
import { webhooks } from "./webhooks.nl";
import { whyNot } from "./why-not.nl";
import { wireShop } from "./wire-shop.nl";
import { wiring } from "./wiring.nl";

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
