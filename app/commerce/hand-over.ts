import { foldCode } from "~/sharing/referral-code";
import { isTokenListName } from "~/sharing/token-list-name";

/** What a shop hands over with a payment so that it can be attributed: click tokens, codes, the program it means. */
export interface HandOver {
  clickTokens: string[];
  codes: string[];
  programHint: string | null;
}

/** A5: how many tokens of one payment are looked at. */
const MAX_TOKENS = 10;
const MAX_CODES = 10;
/** A token of ours is never shorter; the shop's own cart or order number in `client_reference_id` is. */
const SHORTEST_TOKEN = 80;
const TOKEN = /^[A-Za-z0-9_-]{1,200}$/;
const TOKEN_KEY = /^vouch(_tokens?)?(_\d{1,2})?$/;
const PROGRAM = /^[A-Za-z0-9_-]{1,64}$/;

/** The tokens in metadata: under `vouch`, `vouch_tokens`, `vouch_tokens_2` …, each one token or a list of them. */
export function tokensInMetadata(metadata: Readonly<Record<string, string>>): string[] {
  return Object.keys(metadata)
    .filter((key) => TOKEN_KEY.test(key))
    .sort((a, b) => orderOf(a) - orderOf(b))
    .flatMap((key) => (metadata[key] ?? "").split(/[^A-Za-z0-9_-]+/))
    .filter((token) => TOKEN.test(token));
}

/** The token in Checkout's `client_reference_id`, or the name of a list of them (P3); empty when the shop keeps something of its own there. */
export function tokensInReference(reference: string | null): string[] {
  if (reference === null || !TOKEN.test(reference)) return [];
  return reference.length >= SHORTEST_TOKEN || isTokenListName(reference) ? [reference] : [];
}

/** Joins what several objects of one payment carried, in the order given, each thing once. */
export function joinHandOver(parts: readonly Partial<HandOver>[]): HandOver {
  const codes = parts.flatMap((part) => part.codes ?? []).map(foldCode).filter((code) => code !== null);
  return {
    clickTokens: [...new Set(parts.flatMap((part) => part.clickTokens ?? []))].slice(0, MAX_TOKENS),
    codes: [...new Set(codes)].slice(0, MAX_CODES),
    programHint: parts.find((part) => part.programHint)?.programHint ?? null,
  };
}

/** What one object's metadata says about attribution. */
export function handOverIn(metadata: Readonly<Record<string, string>>): Partial<HandOver> {
  const hint = metadata.vouch_program ?? "";
  return { clickTokens: tokensInMetadata(metadata), programHint: PROGRAM.test(hint) ? hint : null };
}

function orderOf(key: string): number {
  return Number(/_(\d+)$/.exec(key)?.[1] ?? 1);
}
