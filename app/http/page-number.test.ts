import { expect, it } from "vitest";
import { pageNumber } from "./page-number";

it.each([
  ["", 1],
  ["page=", 1],
  ["page=3", 3],
  ["page=0", 1],
  ["page=-2", 1],
  ["page=1.5", 1],
  ["page=two", 1],
  ["page=Infinity", 10_000],
  ["page=99999999999", 10_000],
])("reads the page of ?%s as %i", (search, page) => {
  expect(pageNumber(new URLSearchParams(search))).toBe(page);
});
