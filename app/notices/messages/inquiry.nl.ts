import type { inquiry as en } from "./inquiry.en";
import type { Translated } from "./shape";

/** What the desk asks a champion about a reward. */
export const inquiry: Translated<typeof en> = {
  subject: "Een vraag over je beloning: kun je uiterlijk {day} antwoorden?",
  heading: "We hebben één vraag",
  why: "Iemand van ons kijkt naar je beloning en wil graag één ding van je weten:",
  until: "Je kunt tot {answerUntil} antwoorden, in je eigen woorden. Een zin of twee is genoeg.",
  decided: "Iemand van ons beslist binnen twee werkdagen na je antwoord, en uiterlijk {decideBy}, ook als je liever niet antwoordt.",
  private: "Schrijf geen naam of adres van iemand anders op: dat hebben we niet nodig.",
  action: "Beantwoord de vraag",
};
