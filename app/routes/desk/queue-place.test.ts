import { expect, it } from "vitest";
import { NO_FILTER } from "~/rewards/queue-view";
import { passOnPlace, readPlace, writePlace } from "./queue-place";

it("a place in the drawers is handed on with its drawer, search and page", () => {
  const place = { view: "hold", filter: { program: "friends", reason: "in_review", search: "Anna & Bob" }, page: 3 } as const;
  expect(readPlace(new URLSearchParams(writePlace(place)))).toEqual(place);
  expect(passOnPlace(writePlace(place))).toBe(writePlace(place));
});

it.each(["", null, undefined, "view=attic&page=-1&q=", "https://evil.example/?x", "%00"])("%s is the first page of what waits", (text) => {
  expect(passOnPlace(text)).toBe(writePlace({ view: "waiting", filter: NO_FILTER, page: 1 }));
});
