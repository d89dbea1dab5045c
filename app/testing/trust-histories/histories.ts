import { Chance } from "../../../prisma/seed/random";
import type { History } from "./history";
import { LIVES } from "./honest";
import { Crowd } from "./people";
import { PLANTS } from "./planted";

const EACH_RULE = 25;
const EACH_LIFE = 20;

/**
 * The labelled set of R38: 25 planted histories for each of R1 to R21 and 100 honest ones. Made from the rule book's words
 * alone; it knows nothing of the code that judges.
 */
export function labelledHistories(seed: number): History[] {
  const crowd = new Crowd(new Chance(seed));
  const name = (kind: string, round: number) => `${kind}-${String(round).padStart(2, "0")}`;
  const planted = Object.entries(PLANTS).flatMap(([rule, plant]) =>
    Array.from({ length: EACH_RULE }, (_, round) => {
      const history = crowd.history(name(rule, round), { planted: rule });
      history.outcome = plant(history, crowd, round);
      return history;
    }),
  );
  const honest = Object.entries(LIVES).flatMap(([life, live]) =>
    Array.from({ length: EACH_LIFE }, (_, round) => {
      const history = crowd.history(name(`honest-${life}`, round));
      live(history, crowd, round);
      return history;
    }),
  );
  return [...planted, ...honest];
}
