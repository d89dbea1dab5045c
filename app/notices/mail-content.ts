/** One line of a list in a mail. */
interface MailLine {
  text: string;
  url?: string;
}

/**
 * What a mail says, in plain words and absolute links, before it is dressed as HTML or plain text. Nothing in it is
 * markup: both renderings treat every character as a character.
 */
export interface MailContent {
  subject: string;
  heading: string;
  paragraphs: string[];
  /** Shown large and easy to copy. */
  code?: string;
  facts?: { label: string; value: string; url?: string }[];
  /** After the paragraphs, each with its own title. */
  sections?: { title: string; lines: MailLine[] }[];
  action: { label: string; url: string };
  /** Why this person gets it. */
  why: string;
  /** The zone in which times are told; only when there are any. */
  zone?: string;
}
