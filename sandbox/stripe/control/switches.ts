import { z } from "zod";
import { advanceClock, setClock } from "../actions/advance-clock";
import { BY_HAND } from "../cause";
import { faultSchema } from "../faults";
import type { Sandbox } from "../sandbox";
import { newId } from "../identifiers";
import type { ControlRouter } from "./json-control";

const clockSchema = z.union([
  z.strictObject({ advanceMs: z.number().int() }),
  z.strictObject({ setTo: z.iso.datetime({ offset: true }) }),
]);

const webhookSchema = z.strictObject({
  mode: z.enum(["on", "paused", "off"]).optional(),
  duplicates: z.number().int().min(0).max(10).optional(),
  delayMs: z.number().int().min(0).max(3_600_000).optional(),
  reorder: z.boolean().optional(),
});

const keySchema = z.strictObject({ permissions: z.array(z.string().regex(/^rak_[a-z_]+_(read|write)$/)) });

export interface ListenerControl {
  /** Refuses every connection for so many milliseconds of real time. */
  refuse(ms: number): void;
}

/** What tests and the demo turn: time, deliveries, faults, keys. */
export function addSwitches(control: ControlRouter, sandbox: Sandbox, listener: ListenerControl): void {
  control.get("/clock", () => clockView(sandbox));
  control.post("/clock", (request) => {
    const wish = clockSchema.parse(request.body);
    sandbox.run(BY_HAND, () => {
      if ("setTo" in wish) setClock(sandbox, new Date(wish.setTo));
      else advanceClock(sandbox, wish.advanceMs);
    });
    return clockView(sandbox);
  });
  control.get("/webhooks", () => sandbox.setting("webhooks"));
  control.post("/webhooks", (request) => {
    const change = webhookSchema.parse(request.body);
    sandbox.run(BY_HAND, () => sandbox.setSetting("webhooks", { ...sandbox.setting("webhooks"), ...change }));
    return sandbox.setting("webhooks");
  });
  control.post("/refunds", (request) => {
    const change = z.strictObject({ mode: z.enum(["succeed", "pending"]) }).parse(request.body);
    sandbox.run(BY_HAND, () => sandbox.setSetting("refunds", change));
    return change;
  });
  control.get("/faults", () => ({ faults: sandbox.faults.list() }));
  control.post("/faults", (request) => {
    const fault = faultSchema.parse(request.body);
    if (fault.kind === "refuse") setImmediate(() => listener.refuse(fault.ms));
    else sandbox.faults.add(fault);
    return { faults: sandbox.faults.list() };
  });
  control.delete("/faults", () => {
    sandbox.faults.clear();
    return { faults: [] };
  });
  control.post("/keys", (request) => {
    const { permissions } = keySchema.parse(request.body);
    const key = sandbox.run(BY_HAND, () =>
      sandbox.tables.restrictedKeys.insert({ id: newId("rk_test_", 32), permissions }),
    );
    return { key: key.id, permissions };
  });
}

function clockView(sandbox: Sandbox) {
  return { now: sandbox.clock.now().toISOString(), offsetMs: sandbox.clock.offsetMs };
}
