import type { linkTags as en } from "./link-tags.en";
import type { Translated } from "./shape";

export const linkTags: Translated<typeof en> = {
  title: "Per eigen woord",
  visits: "Bezoeken",
  claims: "Winkel",
  orders: "Besteld",
  other: "de rest",
  tag: "Woord",
  hint: "Zet ?sub= en een eigen woord achter een link, bijvoorbeeld {link}?sub=nieuwsbrief-12, en je ziet hier hoe vaak die iemand bracht. Letters, cijfers, streepjes en lage streepjes, hooguit 40.",
};
