import { z } from "zod";
import { ADVISABLE_RULES, TRUST_LEVELS } from "./trust-policy";

const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const HOSTS_AT_MOST = 200;

/** Hosts one a line, as people paste them: an address with its path becomes its host, `www.` goes. */
const hosts = z
  .string()
  .max(20_000)
  .default("")
  .transform((text) => [...new Set(text.toLowerCase().split(/[\s,;]+/).filter(Boolean).map(hostOf))])
  .refine((all) => all.every((host) => HOST.test(host)), "trust.issue.host")
  .refine((all) => all.length <= HOSTS_AT_MOST, "trust.issue.tooManyHosts");

const rule = z.enum(ADVISABLE_RULES);

/** The form in which an owner chooses how closely a program looks. */
export const trustPolicyForm = z.object({
  level: z.enum(TRUST_LEVELS),
  adviceOnly: z.union([rule.transform((one) => [one]), z.array(rule)]).default([]),
  bannedHosts: hosts,
  marginPercent: z.coerce.number().int().min(1).max(100).optional().transform((percent) => percent ?? null),
});

function hostOf(text: string): string {
  return text.replace(/^[a-z]+:\/\//, "").replace(/[/?#:].*$/, "").replace(/^www\./, "");
}
