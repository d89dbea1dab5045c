import type { Story } from "./read-stories";

/** Anna, Bea and Cleo recommend in the friend program, Rik and Sam in the affiliate one. */
const CHAMPIONS: Record<string, "friends" | "affiliates"> = {
  Anna: "friends", Bea: "friends", Cleo: "friends", Rik: "affiliates", Sam: "affiliates",
};

/** The program in which somebody recommends. @throws RangeError for somebody who is no champion of the stories */
export function programOf(champion: string): "friends" | "affiliates" {
  const program = CHAMPIONS[champion];
  if (!program) throw new RangeError(`${champion} is no champion`);
  return program;
}

/** Every name of a person and of the colleagues known by now, who are one friend (A18). */
export function whoIs(name: string, { same }: Story, organisations: ReadonlyMap<string, string>): Set<string> {
  const names = new Set([name]);
  for (let size = 0; size !== names.size; ) {
    size = names.size;
    for (const [one, other] of same) if (names.has(one) || names.has(other)) names.add(one).add(other);
    for (const [colleague, organisation] of organisations) {
      if ([...names].some((each) => organisations.get(each) === organisation)) names.add(colleague);
    }
  }
  return names;
}

/** The address of a person, whatever name they go by. */
export function addressOf(name: string, story: Story): string {
  const [first = name] = [...whoIs(name, story, new Map())].sort();
  return first.toLowerCase();
}
