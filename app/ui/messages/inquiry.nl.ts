import type { Translated } from "./shape";
import type { inquiry as en } from "./inquiry.en";

/** What a champion was asked about a reward, and their answer. */
export const inquiry: Translated<typeof en> = {
  title: "Een vraag over je beloning",
  note: "We hebben één vraag over een beloning van jou.",
  open: "Lees de vraag en antwoord",
  lead: "Iemand van ons kijkt naar deze beloning en wil graag één ding weten. Een zin of twee is genoeg.",
  until: "We wachten op je antwoord tot {until}. Iemand van ons beslist binnen twee werkdagen daarna, en uiterlijk {decideBy}.",
  over: "We wachtten tot {until}. Iemand van ons beslist uiterlijk {decideBy}; tot dan telt je antwoord nog.",
  answer: "Je antwoord",
  answerHint: "Schrijf geen naam of adres van iemand anders op. We hebben het niet nodig, en het blijft tussen jullie.",
  send: "Stuur het antwoord",
  sent: "Dank je wel. Iemand van ons leest het en beslist uiterlijk {decideBy}.",
  yours: "Je antwoordde op {date}:",
  closed: "Er is intussen beslist, dus er valt niets meer te antwoorden.",
  twice: "Je hebt dit al beantwoord. Wat je toen schreef, is bij ons.",
};
