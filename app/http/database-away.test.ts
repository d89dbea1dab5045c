import { describe, expect, it } from "vitest";
import { NotFoundError } from "~/platform/errors";
import { databaseIsAway } from "./database-away.server";

describe("databaseIsAway", () => {
  it.each([
    ["a refused connection", Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })],
    ["a server that shuts down", Object.assign(new Error("terminating connection"), { code: "57P01" })],
    [
      "an adapter error around it",
      { meta: { driverAdapterError: { cause: { kind: "DatabaseNotReachable" } } } },
    ],
    ["a cause further down", new Error("read failed", { cause: { originalCode: "57P03" } })],
    ["a pool that gave up", new Error("timeout exceeded when trying to connect")],
  ])("knows %s", (_, error) => {
    expect(databaseIsAway(error)).toBe(true);
  });

  it.each([
    new Error("x is undefined"),
    new NotFoundError("reward"),
    { code: "23505" },
    null,
    "ECONNREFUSED",
  ])("leaves other errors alone: %s", (error) => {
    expect(databaseIsAway(error)).toBe(false);
  });
});
