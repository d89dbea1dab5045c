import { expect } from "vitest";
import { auditBooks } from "~/journeys/audit-books.server";
import { extendChain } from "~/ledger/extend-chain.server";
import type { TestDatabase } from "./test-database";

/**
 * Links what was booked, as the worker does every minute, and finds nothing amiss. The chain waits for transactions that are
 * still open anywhere in the cluster, those of other test files too; so it is asked until it is through.
 */
export async function expectSoundBooks(test: TestDatabase): Promise<void> {
  const findings = async () => {
    await extendChain(test);
    return (await auditBooks({}, test)).findings;
  };
  await expect.poll(findings, { timeout: 30_000 }).toEqual([]);
}
