import { describe, expect, it } from "vitest";
import { STORY_DAYS, writeStory } from "./story";

describe("the demo's story", () => {
  const story = writeStory(7);
  const count = (kind: string) => story.filter((event) => event.kind === kind).length;

  it("is the same for the same seed, and another for another", () => {
    expect(writeStory(7)).toEqual(story);
    expect(writeStory(8)).not.toEqual(story);
  });

  it("runs through eight months in order, and ends before now", () => {
    const times = story.map((event) => event.before);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(times[0]).toBeLessThanOrEqual(STORY_DAYS * 86_400_000);
    expect(times.at(-1)).toBeGreaterThan(0);
  });

  it("knows every kind of event often enough to show each page full", () => {
    expect(count("join") + count("apply")).toBe(60);
    for (const [kind, least] of [["visit", 250], ["claim", 80], ["buy", 45], ["refund", 2], ["renew", 4], ["standing", 3], ["ask", 6], ["sign-up", 2], ["by-hand", 1]] as const) {
      expect([kind, count(kind) >= least]).toEqual([kind, true]);
    }
  });
});
