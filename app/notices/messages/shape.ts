import type { mail as english } from "./en";

/** The same tree with texts of another language: a missing or an extra text does not compile. */
export type Translated<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Translated<Tree[Key]>;
};

export type MailMessages = Translated<typeof english>;
