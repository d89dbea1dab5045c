import type { StripeThing } from "~/platform/gateways/stripe-compare.server";
import type { FoundDrift } from "./drift";
import { INSTRUCTION_KEY, markOf } from "./rail";

/** A hand-over that we hold for done, or may have begun. */
export interface ComparedInstruction {
  id: string;
  rewardId: string;
  providerRef: string | null;
  status: string;
  /** Of the intent that stands. */
  idempotencyKey: string;
  /** Earlier intents whose effects came back. */
  returned: string[];
  amountMinor: bigint;
  currency: string;
}

const said = ({ amountMinor, currency }: { amountMinor: bigint; currency: string }) => `${amountMinor} ${currency}`;

/**
 * One customer's credits against our instructions for them, both ways (I32, M18). A credit without our mark is the company's
 * own and nobody's business here.
 */
export function compareCredits(instructions: readonly ComparedInstruction[], credits: readonly StripeThing[]): FoundDrift[] {
  return bothWays("credit", instructions, credits);
}

/** One free month: its coupon was put on the subscription once, whatever it was worth there. */
export function compareMonth(instruction: ComparedInstruction, uses: number | null): FoundDrift[] {
  if (uses) return [];
  return [{ kind: "month_missing", object: instruction.providerRef ?? instruction.id, rewardId: instruction.rewardId, ours: said(instruction), theirs: null }];
}

/** Payments in cash against the transfers of the same time, both ways; one without our mark is the company's own. */
export function compareTransfers(instructions: readonly ComparedInstruction[], transfers: readonly StripeThing[]): FoundDrift[] {
  return bothWays("transfer", instructions, transfers);
}

/** The instructions that things at Stripe name as theirs. */
export function marksOf(things: readonly StripeThing[]): string[] {
  return things.flatMap(({ metadata }) => metadata[INSTRUCTION_KEY]?.replace(/-\d+$/, "") ?? []);
}

function bothWays(what: "credit" | "transfer", instructions: readonly ComparedInstruction[], things: readonly StripeThing[]): FoundDrift[] {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const drifts = instructions.flatMap((instruction): FoundDrift[] => {
    if (instruction.status !== "confirmed") return [];
    return differing(what, instruction, byId.get(instruction.providerRef ?? "") ?? null);
  });
  const ours = new Map(instructions.flatMap((instruction) => marksIn(instruction).map((mark) => [mark, instruction])));
  for (const thing of things) {
    const mark = thing.metadata[INSTRUCTION_KEY];
    if (mark === undefined) continue;
    const instruction = ours.get(mark);
    // One that is on its way is looked up and confirmed by its job (F33).
    if (instruction && (instruction.status !== "confirmed" || instruction.providerRef === thing.id || mark !== markOf(instruction))) continue;
    const kind = `${what}_${instruction ? "twice" : "unknown"}` as const;
    drifts.push({ kind, object: thing.id, rewardId: instruction?.rewardId ?? null, ours: instruction?.providerRef ?? null, theirs: said(thing) });
  }
  return drifts;
}

/** What the effects of an instruction bear: the intent that stands, and those that came back. */
function marksIn(instruction: ComparedInstruction): string[] {
  const { id, idempotencyKey, returned } = instruction;
  return [idempotencyKey, ...returned].map((key) => markOf({ id, idempotencyKey: key }));
}

/** One personal code against its instruction. */
export function compareCode(instruction: ComparedInstruction, code: StripeThing | null): FoundDrift[] {
  return differing("code", instruction, code);
}

function differing(what: "credit" | "code" | "transfer", instruction: ComparedInstruction, thing: StripeThing | null): FoundDrift[] {
  const found = { object: instruction.providerRef ?? instruction.id, rewardId: instruction.rewardId, ours: said(instruction) };
  if (!thing) return [{ ...found, kind: `${what}_missing`, theirs: null }];
  return said(thing) === said(instruction) ? [] : [{ ...found, kind: `${what}_differs`, theirs: said(thing) }];
}
