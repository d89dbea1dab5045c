import { expect, it } from "vitest";
import { addressOf, pathOfTarget } from "./request-target";

const OWN = "https://champions.example.com";

it.each([
  ["/portal?a=b", "/portal?a=b"],
  ["https://elsewhere.example/portal?a=b", "/portal?a=b"],
  ["HTTP://elsewhere.example:81/portal", "/portal"],
  ["https://elsewhere.example", "/"],
  ["https://elsewhere.example?a=b", "/?a=b"],
  ["//elsewhere.example/portal", "//elsewhere.example/portal"],
  ["/\\elsewhere.example/portal", "//elsewhere.example/portal"],
  ["//", "//"],
  ["//:", "//:"],
  ["//user:pass@elsewhere.example:99999/", "//user:pass@elsewhere.example:99999/"],
  ["*", "/*"],
  ["@elsewhere.example/", "/@elsewhere.example/"],
])("%s is an address of ours, whatever host it names", (target, expected) => {
  const { origin, pathname, search } = addressOf(target, `${OWN}/ignored`);
  expect([origin, pathname + search]).toEqual([OWN, expected]);
});

it("leaves the path of a request line as it was written", () => {
  expect(pathOfTarget("http://elsewhere.example/r/%41NNA?via=x")).toBe("/r/%41NNA?via=x");
});
