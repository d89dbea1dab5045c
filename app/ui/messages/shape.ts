import type { messages } from "./en";

/** Every dotted path to a text in a tree of messages. */
type LeafPaths<Tree, Prefix extends string = ""> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${Key}`
    : LeafPaths<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

/** The same tree with texts of another language: a missing or an extra key does not compile. */
export type Translated<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Translated<Tree[Key]>;
};

export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** A key of the message files, checked when it is typed: `common.save`, `errors.notFound.title`. */
export type MessageKey = LeafPaths<typeof messages>;
