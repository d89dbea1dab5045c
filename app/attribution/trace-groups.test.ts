import { expect, it } from "vitest";
import type { TraceStep } from "./attribution-trace";
import { traceGroups } from "./trace-groups";

const step = (check: TraceStep["check"], touchId: string | null): TraceStep => ({
  check, touchId, championId: touchId && "chp_1", rule: "A3", outcome: "pass", reason: null, compared: {},
});

it("gathers the steps of each touch, in the order in which they were looked at (S4)", () => {
  const trace = [step("token_signature", null), step("touch_in_time", "a"), step("touch_in_time", "b"), step("click_memory", "a")];
  expect(traceGroups(trace).map(({ touchId, steps }) => [touchId, steps.map(({ check }) => check)])).toEqual([
    [null, ["token_signature"]],
    ["a", ["touch_in_time", "click_memory"]],
    ["b", ["touch_in_time"]],
  ]);
  expect(traceGroups([])).toEqual([]);
});
