import type { BusinessCalendar } from "./business-calendar";
import type { ProgramCopyByLocale } from "./program-copy";
import type { ProgramRules } from "./program-rules";
import type { Clause } from "./terms";

export const PROGRAM_TYPES = ["friend", "affiliate"] as const;
export type ProgramType = (typeof PROGRAM_TYPES)[number];
export const PROGRAM_STATUSES = ["draft", "live", "paused", "ended"] as const;
export type ProgramStatus = (typeof PROGRAM_STATUSES)[number];
export const JOIN_POLICIES = ["open", "customers", "invitation", "application"] as const;
export type JoinPolicy = (typeof JOIN_POLICIES)[number];

/** Rules and texts as published; never changed afterwards (W2). */
export interface ProgramVersion {
  id: string;
  programId: string;
  number: number;
  rules: ProgramRules;
  copy: ProgramCopyByLocale;
  publishedAt: Date;
  publishedBy: string;
}

/** The clauses as published; never changed afterwards. */
export interface TermsVersion {
  id: string;
  programId: string;
  number: number;
  clauses: Clause[];
  publishedAt: Date;
  publishedBy: string;
}

export interface Program {
  id: string;
  slug: string;
  type: ProgramType;
  status: ProgramStatus;
  joinPolicy: JoinPolicy;
  calendar: BusinessCalendar;
  /** What counts for friends bound from now on. */
  version: ProgramVersion;
  /** What a newcomer accepts; null until the first terms are published. */
  terms: TermsVersion | null;
}

/** A program that people can see: it went live once, so it has terms. */
export interface LiveProgram extends Program {
  terms: TermsVersion;
}

/** The last part of `/portal/…` and `/p/…`; `account` is a page of the portal itself. */
export const SLUG = /^(?!account$)[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,39}$/;

const NEXT: Record<ProgramStatus, readonly ProgramStatus[]> = {
  draft: ["live"],
  live: ["paused", "ended"],
  paused: ["live", "ended"],
  ended: [],
};

/** Where a program can go from here; ended is for ever. */
export function nextStatuses(status: ProgramStatus): readonly ProgramStatus[] {
  return NEXT[status];
}
