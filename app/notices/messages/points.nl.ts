import type { points as english } from "./points.en";
import type { Translated } from "./shape";

export const points: Translated<typeof english> = {
  pointsGiven: {
    subject: "{points, plural, one {Eén punt} other {# punten}} voor jou",
    heading: "{points, plural, one {Eén punt} other {# punten}} voor jou",
    given: "Er {points, plural, one {staat één punt} other {staan # punten}} op je account, als dank voor je aanbeveling.",
    choose: "Kies er een prijs mee wanneer je wilt.",
    action: "Bekijk de prijzen",
  },
  prizeSent: {
    subject: "Je prijs komt eraan: {prize}",
    heading: "Je prijs komt eraan",
    sent: "{prize} is naar je onderweg, of ligt voor je klaar. Veel plezier ermee.",
    action: "Bekijk je prijzen",
  },
  prizeCalledOff: {
    subject: "We kunnen je {prize} niet geven: je punten zijn terug",
    heading: "Je punten zijn terug",
    because: "We kunnen je {prize} toch niet geven. {reason}",
    back: "{points, plural, one {Je punt staat} other {Alle # punten staan}} weer op je account.",
    action: "Kies een andere prijs",
  },
};
