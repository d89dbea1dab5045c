import type { Clause } from "./terms";

/**
 * The clauses a new program starts with. They hold no amounts and no day counts: those stand on the program page,
 * computed from the rules, and are frozen for each friend at the bind (W2).
 */
export const DEFAULT_CLAUSES: readonly Clause[] = [
  {
    key: "reward",
    title: { en: "What you get", nl: "Wat je krijgt" },
    text: {
      en: "Taking part is free. When somebody you recommended pays for a first order, you get the reward that the program page showed on the day we linked that person to you, under the conditions shown there: the smallest order that counts, the most you can get in 30 days, and the way you receive it. A percentage is counted on what was really paid, without VAT. The reward is yours personally; we do not pay it out in cash.",
      nl: "Meedoen kost niets. Als iemand die jij hebt aanbevolen een eerste bestelling betaalt, krijg je de beloning die op de programmapagina stond op de dag dat we die persoon aan jou koppelden. De voorwaarden staan daar ook: de kleinste bestelling die meetelt, het meeste dat je in 30 dagen kunt krijgen en hoe je het ontvangt. Een percentage rekenen we over wat echt betaald is, zonder btw. De beloning is persoonlijk; we keren haar niet in contanten uit.",
    },
  },
  {
    key: "counting",
    title: { en: "How we recognise your recommendation", nl: "Hoe we jouw aanbeveling herkennen" },
    text: {
      en: "We link a friend to you when they use your link or your code before they pay, and within the time shown on the program page. That page also says who counts when a friend used the links of several people. If you change your code, the old one keeps working.",
      nl: "We koppelen een vriend aan jou als die jouw link of code gebruikt vóór het betalen en binnen de tijd die op de programmapagina staat. Daar lees je ook wie telt als een vriend de links van meer mensen heeft gebruikt. Verander je je code, dan blijft de oude gewoon werken.",
    },
  },
  {
    key: "own_purchases",
    title: { en: "Your own orders", nl: "Je eigen bestellingen" },
    text: {
      en: "Your link and code are for other people: an order you place or pay for yourself earns no reward. You do not miss out, because you have an offer of your own. It stands on the program page and is worth at least as much as your friend's.",
      nl: "Je link en je code zijn voor anderen: een bestelling die je zelf doet of zelf betaalt, levert geen beloning op. Je komt niets tekort, want je hebt een eigen aanbod. Dat staat op de programmapagina en is minstens zoveel waard als dat van je vriend.",
    },
  },
  {
    key: "new_recommendation",
    title: { en: "What counts as a new recommendation", nl: "Wat een nieuwe aanbeveling is" },
    text: {
      en: "A recommendation counts when it brings us somebody who is new to us and not yet linked to anybody. Somebody who had an account or bought from us before, or who is already linked, does not become new through another link or another address. We never tell you whether a certain person is a customer, so in all these cases you get the same answer. A discount your friend received stays theirs.",
      nl: "Een aanbeveling telt als ze ons iemand brengt die nieuw voor ons is en nog aan niemand gekoppeld. Wie al een account had, al eens bij ons kocht of al gekoppeld is, wordt niet nieuw door een andere link of een ander adres. We vertellen je nooit of een bepaald iemand klant is; daarom krijg je in al deze gevallen hetzelfde antwoord. De korting die je vriend kreeg, mag die houden.",
    },
  },
  {
    key: "honest_sharing",
    title: { en: "Sharing honestly", nl: "Eerlijk delen" },
    text: {
      en: "Say that you get something when a friend buys. That line is in every text we give you; please leave it in. Share with people you know, or in places where people chose to read you. No messages in bulk to strangers, no paid advertisements, no coupon or cashback sites, and do not speak as if you were us.",
      nl: "Zeg erbij dat jij iets krijgt als een vriend koopt. Die regel staat in elke tekst die we je geven; laat hem staan. Deel met mensen die je kent, of op plekken waar mensen ervoor kiezen jou te lezen. Geen berichten in bulk aan vreemden, geen betaalde advertenties, geen kortings- of cashbacksites, en spreek niet alsof je ons bent.",
    },
  },
  {
    key: "hold",
    title: { en: "When it is yours", nl: "Wanneer het van jou is" },
    text: {
      en: "A reward first waits for the time shown on the program page, because an order can be returned in that time. Every reward shows the day and hour by which we decide. Sometimes a person looks at it first; you see that, and the reward waits until they have.",
      nl: "Een beloning wacht eerst de tijd die op de programmapagina staat, omdat een bestelling in die tijd terug kan komen. Bij elke beloning zie je de dag en het uur waarop we uiterlijk beslissen. Soms kijkt er eerst een mens naar; dat zie je dan, en de beloning wacht tot dat gebeurd is.",
    },
  },
  {
    key: "refunds",
    title: { en: "If an order is refunded", nl: "Als een bestelling wordt terugbetaald" },
    text: {
      en: "If your friend gets money back, your reward becomes smaller by the same share; when all is refunded, the reward lapses. The same goes for a payment the bank takes back, also after you received the reward. What you then have too much we set against later rewards; we never charge your card. If the refund does not go through after all, you get back exactly what we took.",
      nl: "Krijgt je vriend geld terug, dan wordt je beloning met hetzelfde deel kleiner; wordt alles terugbetaald, dan vervalt ze. Dat geldt ook voor een betaling die de bank terughaalt, en ook als je de beloning al hebt. Wat je dan te veel hebt, verrekenen we met latere beloningen; we schrijven nooit iets af van je rekening. Gaat de terugbetaling toch niet door, dan krijg je precies terug wat we eraf haalden.",
    },
  },
  {
    key: "refusal",
    title: { en: "When we can say no", nl: "Wanneer we nee kunnen zeggen" },
    text: {
      en: "We refuse a reward only on a clause of the terms you accepted, and we tell you which one. Besides the other clauses that is when an account is closed or blocked, or when somebody misleads us: made-up accounts, orders placed only to be sent back, pretending to be another person. A person decides that, never a machine. You can ask us once for each decision to look again; a person answers by the day and hour we show you straight away.",
      nl: "We weigeren een beloning alleen op grond van een artikel van de voorwaarden die jij hebt aanvaard, en we zeggen welk. Behalve om de andere artikelen is dat als een account gesloten of geblokkeerd is, of als iemand ons misleidt: verzonnen accounts, bestellingen die alleen gedaan worden om ze terug te sturen, zich voordoen als een ander. Dat beslist een mens, nooit een machine. Je kunt ons bij elke beslissing één keer vragen opnieuw te kijken; een mens antwoordt uiterlijk op de dag en het uur die we je meteen laten zien.",
    },
  },
  {
    key: "changes",
    title: { en: "When something changes", nl: "Als er iets verandert" },
    text: {
      en: "We can change the program or end it. A change never touches what you earned before it: friends who were already linked to you keep the amounts and conditions of that day. New terms count for you once you have accepted them. If the program ends, the rewards that are waiting are still decided and given.",
      nl: "We kunnen het programma veranderen of beëindigen. Een verandering raakt nooit wat je daarvoor verdiende: vrienden die al aan je gekoppeld waren, houden de bedragen en voorwaarden van die dag. Nieuwe voorwaarden gelden voor jou zodra je ze hebt aanvaard. Stopt het programma, dan beslissen we nog over de beloningen die wachten en geven we ze ook.",
    },
  },
  {
    key: "leaving",
    title: { en: "Pausing and leaving", nl: "Pauzeren en stoppen" },
    text: {
      en: "You can pause or leave at any moment in your account; you do not have to say why. From then on your links earn nothing new; rewards that are already waiting are still decided and given. We use your data for this program only. You can ask at any time what we keep about you, or ask us to erase it; the law makes us keep the bookkeeping.",
      nl: "Je kunt op elk moment in je account pauzeren of stoppen; je hoeft niet te zeggen waarom. Vanaf dan leveren je links niets nieuws meer op; over beloningen die al wachten beslissen we nog en we geven ze ook. We gebruiken je gegevens alleen voor dit programma. Je kunt altijd vragen wat we van je bewaren, of vragen het te wissen; de boekhouding moeten we van de wet bewaren.",
    },
  },
];
