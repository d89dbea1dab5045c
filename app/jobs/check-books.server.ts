import { auditBooks } from "~/journeys/audit-books.server";
import { log } from "~/platform/log.server";

/** The job of every hour: each thing the audit finds is an alarm in the log, and the head of the chain is noted there (I10). */
export async function checkBooks(): Promise<void> {
  const { findings, head } = await auditBooks();
  for (const finding of findings) log.error({ ...finding }, "the books do not agree");
  log.info({ links: String(head.position), head: head.hash, findings: findings.length }, "books audited");
}
