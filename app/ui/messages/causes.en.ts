/** The settings' list of causes that champions may give to. */
export const causes = {
  title: "Causes",
  lead: "Champions of a program that gives rewards away choose one of these.",
  offered: "On offer",
  none: "None yet. Add one before a program gives its rewards away.",
  name: "Name of the cause",
  nameHint: "As champions read it, in every language.",
  add: "Offer it",
  close: "Offer {name} no more",
  closeWord: "Offer no more",
  exists: "A cause of this name is on offer already.",
} as const;
