import type { LiveProgram } from "~/programs/program";
import { aProgram } from "../builders/programs";
import type { TestDatabase } from "../test-database";
import type { Story, Terms } from "./read-stories";

type Programs = Map<string, LiveProgram>;

/** Programs that stay as they begin are made once for all stories of a database. */
const ordinary = new WeakMap<TestDatabase, Programs>();

/**
 * The program of a story, made when it is met first.
 * @param own those with terms of this story's own
 */
export async function storyProgram(kind: string, story: Story, number: number, test: TestDatabase, own: Programs): Promise<LiveProgram> {
  const changes = story.events.some(({ happening: { what } }) => what === "ends" || what === "changes");
  const shared = ordinary.get(test) ?? new Map<string, LiveProgram>();
  ordinary.set(test, shared);
  const programs = story.terms.has(kind) || changes ? own : shared;
  const known = programs.get(kind);
  if (known) return known;
  const { clock } = test;
  const now = clock.now();
  clock.set("2026-01-01T00:00:00Z");
  const type = kind === "friends" ? ("friend" as const) : ("affiliate" as const);
  const rules = rulesOf(story.terms.get(kind) ?? {});
  const program = await aProgram(test.db, { slug: `${kind}-${number}`, type, clock, rules });
  clock.set(now);
  programs.set(kind, program);
  return program;
}

/** The terms of a story as rules of a program. */
export function rulesOf({ model, clickMemoryDays, qualifyDays, minimumMinor, capMinor }: Terms) {
  return {
    ...(model && { model }), ...(clickMemoryDays && { clickMemoryDays }), ...(qualifyDays !== undefined && { qualifyDays }),
    ...(minimumMinor !== undefined && { minimumPurchaseMinor: minimumMinor }), ...(capMinor !== undefined && { capPer30DaysMinor: capMinor }),
  };
}
