import { listStaff } from "~/identity/list-staff.server";
import { queueMail } from "~/notices/queue-mail.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { postToTarget, type TargetAnswer } from "~/platform/gateways/webhook-target.server";
import { beginAttempt } from "~/webhooks/begin-attempt.server";
import { finishAttempt, type WebhookTrouble } from "~/webhooks/finish-attempt.server";
import { getEndpoint } from "~/webhooks/list-endpoints.server";

interface DeliverDeps extends Deps {
  post?: typeof postToTarget;
}

/**
 * The job behind a delivery: one attempt. It is counted before the call and written down after it, so that one that was
 * killed in between is made again, under the same id (P14). May run twice. @returns the answer; null when nothing was sent
 */
export async function deliverWebhook(
  { deliveryId }: { deliveryId: string },
  { db = rootDb, clock = systemClock, post = postToTarget }: DeliverDeps = {},
): Promise<TargetAnswer | null> {
  const begun = await db.transaction("begin-attempt", (tx) => beginAttempt(tx, deliveryId, clock.now()));
  if (!begun) return null;
  const { url, headers, body, endpointId } = begun;
  const answer = await post({ url, headers: { ...headers, ...OWN_HEADERS }, body });
  await db.transaction("finish-attempt", async (tx) => {
    const trouble = await finishAttempt(tx, begun, answer, clock.now());
    if (trouble) await tellOwners(tx, { endpointId, trouble }, { db, clock });
  });
  return answer;
}

const OWN_HEADERS = { "content-type": "application/json", "user-agent": "Vouch-Webhooks/1" };

/** Mails every owner what is wrong with an endpoint: at most once a day that events were given up, always that it is off. */
async function tellOwners(
  tx: Tx,
  { endpointId, trouble }: { endpointId: string; trouble: WebhookTrouble },
  { clock }: Required<Pick<Deps, "db" | "clock">>,
): Promise<void> {
  const joined = { db: within(tx), clock };
  const now = clock.now();
  const { url } = await getEndpoint(endpointId, joined);
  const purpose = trouble === "given_up" ? `given_up-${now.toISOString().slice(0, 10)}` : `off-${now.toISOString()}`;
  const owners = (await listStaff(joined)).filter(({ disabledAt, roles }) => disabledAt === null && roles.includes("owner"));
  for (const { personId } of owners) {
    const values = { host: new URL(url).host, trouble, path: `/desk/settings/webhooks/${endpointId}` as const };
    await queueMail({ template: "webhook_trouble", personId, subjectId: endpointId, purpose, values }, joined);
  }
}
