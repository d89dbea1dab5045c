import type { Tx } from "./db.server";

/** Every kind of job with its payload. The worker's table in `app/jobs/` has one handler for each. */
export interface JobPayloads {
  "process-inbox-event": { provider: "stripe" | "resend"; inboxEventId: string };
  "send-mail": { mailId: string };
  "carry-out-instruction": { instructionId: string };
  "reverse-hand-over": { rewardId: string };
  "announce-approval": { rewardId: string };
  "carry-out-batch": { batchId: string };
  "ensure-promotion-code": { linkId: string };
  "ensure-own-code": { championId: string };
  "ensure-click-partitions": Record<string, never>;
  "publish-webhook-event": { changeId: string };
  "deliver-webhook": { deliveryId: string };
  "apply-email-change": { emailChangeId: string };
  "release-holds": Record<string, never>;
  "expire-rewards": Record<string, never>;
  "audit-books": Record<string, never>;
  "compare-with-stripe": Record<string, never>;
  "extend-chain": Record<string, never>;
  "return-unanswered": Record<string, never>;
  "tell-late-promises": Record<string, never>;
  "send-staff-digest": Record<string, never>;
  "reconcile-mails": Record<string, never>;
  "reconcile-stripe-events": Record<string, never>;
  "apply-retention": Record<string, never>;
}

export type JobName = keyof JobPayloads;

interface JobOptions {
  /** Not before this moment of domain time; `now` is needed to translate it to the library's real time. */
  runAt?: { at: Date; now: Date };
  /** Jobs of one queue run one after another. */
  queue?: string;
  maxAttempts?: number;
  /** While a job with this key waits, adding it again changes that one instead of making a second. */
  key?: string;
  keyMode?: "replace" | "preserve_run_at" | "unsafe_dedupe";
}

/** Adds a job inside the caller's transaction: it exists exactly when the caller's work does. */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: JobPayloads[Name],
  options: JobOptions = {},
): Promise<void> {
  const delayMs = options.runAt ? options.runAt.at.getTime() - options.runAt.now.getTime() : 0;
  // Counted on the clock that will call the job up: by a clock of ours that runs behind it would come too early.
  const delay = delayMs > 0 ? delayMs / 1000 : null;
  tx.sql.send`
    select jobs.enqueue(${name}, ${JSON.stringify(payload)}::json, ${options.queue ?? null},
      clock_timestamp() + make_interval(secs => ${delay}::double precision),
      ${options.maxAttempts ?? 25}::integer, ${options.key ?? null}, ${options.keyMode ?? "replace"})`;
}

/** Adds many jobs of a kind to one queue in one call, each with its own key; otherwise as `enqueue`. */
export async function enqueueEach<Name extends JobName>(
  tx: Tx,
  name: Name,
  queue: string,
  jobs: readonly { key: string; payload: JobPayloads[Name] }[],
): Promise<void> {
  await tx.$queryRaw`
    select count(jobs.enqueue(${name}, (job -> 'payload')::json, ${queue}, null, 25, job ->> 'key', 'replace')::text)
      from jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) as job`;
}
