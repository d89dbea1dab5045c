import type { ExampleThings } from "~/http/api-example";
import { keepSample } from "~/webhooks/keep-sample.server";
import type { ApiCalls } from "./api-calls";

/** Everything the examples of the API name, really there: a champion, three sales through the link, rewards that wait. */
export async function apiWorld(api: ApiCalls): Promise<ExampleThings> {
  const anna = await api.champion();
  const clickToken = await api.token(anna);
  const sell = async () => {
    const id = api.externalId();
    const invoiceId = `INV-${id}`;
    await api.call("track/sale", { customerExternalId: id, amount: 8_000, currency: "eur", invoiceId, clickId: clickToken });
    const { rows: [row] } = await api.db.pool.query<{ conversion: string; referral: string; reward: string }>(
      `select c.id as conversion, c.referral_id as referral, r.id as reward
         from purchase p join conversion c on c.purchase_id = p.id join reward r on r.conversion_id = c.id where p.key in ($1, $2)`,
      [invoiceId, `api:${invoiceId}`],
    );
    if (!row) throw new Error("the sale was not attributed");
    return { invoiceId, ...row };
  };
  const [first, second, third] = [await sell(), await sell(), await sell()];
  const made = await api.call("links", { championId: anna.champion.id, label: "Window" });
  const listen = async (path: string): Promise<string> =>
    (await api.call("webhook-endpoints", { url: `https://shop.example.com/${path}`, types: ["reward.approved"] })).body.id;
  const [webhookId, otherWebhookId] = [await listen("one"), await listen("other")];
  const webhookDeliveryId = await api.db.transaction("a-sample", (tx) =>
    keepSample(tx, { endpointId: webhookId, type: "reward.approved", now: new Date() }),
  );
  return {
    clickToken,
    webhookId,
    otherWebhookId,
    webhookDeliveryId,
    programId: api.program.id,
    championId: anna.champion.id,
    linkId: anna.link.id,
    otherLinkId: made.body.id,
    code: anna.code,
    referralId: first.referral,
    conversionId: first.conversion,
    rewardId: first.reward,
    otherRewardId: second.reward,
    invoiceId: third.invoiceId,
  };
}
