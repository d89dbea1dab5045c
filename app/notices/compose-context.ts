import type { MailContent } from "./mail-content";
import type { MailValues, TemplateName } from "./mail-values";
import type { MailVoice } from "./mail-voice";

export interface ComposeContext {
  voice: MailVoice;
  /** The company's name. */
  company: string;
  /** Makes one of our own paths a whole address. */
  link(path: string): string;
}

export type Compose<Name extends TemplateName> = (values: MailValues[Name], context: ComposeContext) => MailContent;
export type Composers<Names extends TemplateName> = { [Name in Names]: Compose<Name> };
