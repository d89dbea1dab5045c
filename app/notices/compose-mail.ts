import type { ComposeContext, Composers } from "./compose-context";
import { composeDesk } from "./compose-desk";
import { composeExpiry } from "./compose-expiry";
import { composeJoining } from "./compose-joining";
import { composePoints } from "./compose-points";
import { composeQuestion } from "./compose-question";
import { composeReturn } from "./compose-return";
import { composeReward } from "./compose-reward";
import { composeSecurity } from "./compose-security";
import type { MailContent } from "./mail-content";
import type { MailValues, TemplateName } from "./mail-values";

const COMPOSERS: Composers<TemplateName> = { ...composeSecurity, ...composeJoining, ...composeReward, ...composeExpiry, ...composeReturn, ...composePoints, ...composeQuestion, ...composeDesk };

/** What a mail of that template says with these values. */
export function composeMail<Name extends TemplateName>(
  template: Name,
  values: MailValues[Name],
  context: ComposeContext,
): MailContent {
  return COMPOSERS[template](values, context);
}
