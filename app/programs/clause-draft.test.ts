import { describe, expect, test } from "vitest";
import { editDraft } from "./clause-draft";
import { DEFAULT_CLAUSES } from "./default-terms";
import type { Clause } from "./terms";

const own: Clause = { key: "own-old", title: { en: "Old", nl: "Oud" }, text: { en: "Old", nl: "Oud" } };
const draft = [...DEFAULT_CLAUSES.slice(0, 2), own];
const keys = (act: string) => editDraft(draft, act, "own-new").map(({ key }) => key);

describe("a draft of the terms", () => {
  test.each([
    ["up-2", ["counting", "reward", "own-old"]],
    ["down-2", ["reward", "own-old", "counting"]],
    ["up-1", ["reward", "counting", "own-old"]],
    ["down-3", ["reward", "counting", "own-old"]],
    ["remove-3", ["reward", "counting"]],
    ["add", ["reward", "counting", "own-old", "own-new"]],
  ])("after %s", (act, after) => expect(keys(act)).toEqual(after));

  test.each(["remove-1", "remove-0", "remove-4", "up-", "up-x", "preview", "", "up-99"])(
    "%j changes nothing",
    (act) => {
      expect(editDraft(draft, act, "own-new")).toEqual(draft);
    },
  );

  test("moving keeps every word", () => {
    expect(editDraft(draft, "up-3", "own-new")[1]).toEqual(own);
  });
});
