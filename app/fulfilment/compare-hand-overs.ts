import type { StripeThing } from "~/platform/gateways/stripe-compare.server";
import type { FoundDrift } from "./drift";
import { INSTRUCTION_KEY } from "./rail";

/** A hand-over that we hold for done, or may have begun. */
export interface ComparedInstruction {
  id: string;
  rewardId: string;
  providerRef: string | null;
  status: string;
  amountMinor: bigint;
  currency: string;
}

const said = ({ amountMinor, currency }: { amountMinor: bigint; currency: string }) => `${amountMinor} ${currency}`;

/**
 * One customer's credits against our instructions for them, both ways (I32, M18). A credit without our mark is the company's
 * own and nobody's business here.
 */
export function compareCredits(instructions: readonly ComparedInstruction[], credits: readonly StripeThing[]): FoundDrift[] {
  const byId = new Map(credits.map((credit) => [credit.id, credit]));
  const drifts = instructions.flatMap((instruction): FoundDrift[] => {
    if (instruction.status !== "confirmed") return [];
    const credit = byId.get(instruction.providerRef ?? "");
    return differing("credit", instruction, credit ?? null);
  });
  const ours = new Map(instructions.map((instruction) => [instruction.id, instruction]));
  for (const credit of credits) {
    const mark = credit.metadata[INSTRUCTION_KEY];
    if (mark === undefined) continue;
    const instruction = ours.get(mark);
    // One that is on its way is looked up and confirmed by its job (F33).
    if (instruction && (instruction.status !== "confirmed" || instruction.providerRef === credit.id)) continue;
    const kind = instruction ? "credit_twice" : "credit_unknown";
    drifts.push({ kind, object: credit.id, rewardId: instruction?.rewardId ?? null, ours: instruction?.providerRef ?? null, theirs: said(credit) });
  }
  return drifts;
}

/** One personal code against its instruction. */
export function compareCode(instruction: ComparedInstruction, code: StripeThing | null): FoundDrift[] {
  return differing("code", instruction, code);
}

function differing(what: "credit" | "code", instruction: ComparedInstruction, thing: StripeThing | null): FoundDrift[] {
  const found = { object: instruction.providerRef ?? instruction.id, rewardId: instruction.rewardId, ours: said(instruction) };
  if (!thing) return [{ ...found, kind: `${what}_missing`, theirs: null }];
  return said(thing) === said(instruction) ? [] : [{ ...found, kind: `${what}_differs`, theirs: said(thing) }];
}

/** Transfers that bear our mark: no way of ours to hand over makes one. */
export function compareTransfers(transfers: readonly StripeThing[]): FoundDrift[] {
  return transfers
    .filter(({ metadata }) => metadata[INSTRUCTION_KEY] !== undefined)
    .map((transfer) => ({ kind: "transfer_unknown", object: transfer.id, rewardId: null, ours: null, theirs: said(transfer) }));
}
