import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Checkbox } from "~/ui/components/Checkbox";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { Select } from "~/ui/components/Select";
import { useFormat, useT } from "~/ui/i18n";
import { WEBHOOK_EVENT_TYPES } from "~/webhooks/event-types";
import type { EndpointView } from "~/webhooks/list-endpoints.server";
import { REPLAY_HOURS } from "./replay-hours";
import { WebhookFields } from "./webhook-fields";
import { useWhyOff, WebhookPill } from "./webhook-state";

interface Replied {
  /** The answer to this very form; nothing for the others of the page. */
  reply: unknown;
}

/** How the endpoint stands, and the switch. */
export function StatusCard({ endpoint }: { endpoint: EndpointView }) {
  const t = useT();
  const format = useFormat();
  const why = useWhyOff()(endpoint);
  const { off, counts, createdAt } = endpoint;
  return (
    <Card title={t("webhooks.status.title")} aside={<WebhookPill {...endpoint} />}>
      {why ? <Notice tone={off?.because === "by_hand" ? "info" : "problem"}>{why}</Notice> : null}
      <p>{t("webhooks.status.count", counts)}</p>
      <p className="text-sm text-muted">{t("webhooks.status.made", { when: format.dateTime(createdAt) })}</p>
      <PostForm>
        <div>
          <Button name="intent" value={off ? "on" : "off"} variant="secondary">
            {t(off ? "webhooks.status.switchOn" : "webhooks.status.switchOff")}
          </Button>
        </div>
      </PostForm>
    </Card>
  );
}

/** The endpoint tester. */
export function TestForm({ reply }: Replied) {
  const t = useT();
  return (
    <Card title={t("webhooks.test.title")}>
      <p className="measure text-muted">{t("webhooks.test.lead")}</p>
      <PostForm reply={reply}>
        <input type="hidden" name="intent" value="test" />
        <Field name="type" label={t("webhooks.test.type")}>
          <Select
            defaultValue="reward.approved"
            options={WEBHOOK_EVENT_TYPES.map((value) => ({ value, label: value }))}
          />
        </Field>
        <div>
          <Button variant="secondary">{t("webhooks.test.send")}</Button>
        </div>
      </PostForm>
    </Card>
  );
}

/** Everything of a period once more. */
export function ReplayForm({ reply }: Replied) {
  const t = useT();
  const label = (hours: number) => (hours < 24 ? t("webhooks.replay.hour") : t("webhooks.replay.days", { days: hours / 24 }));
  return (
    <Card title={t("webhooks.replay.title")}>
      <p className="measure text-muted">{t("webhooks.replay.lead")}</p>
      <PostForm reply={reply}>
        <input type="hidden" name="intent" value="replay" />
        <Field name="hours" label={t("webhooks.replay.period")}>
          <Select options={REPLAY_HOURS.map((hours) => ({ value: String(hours), label: label(hours) }))} />
        </Field>
        <div>
          <Button variant="secondary">{t("webhooks.replay.send")}</Button>
        </div>
      </PostForm>
    </Card>
  );
}

export function ChangeForm({ reply, endpoint: { description, types } }: Replied & { endpoint: EndpointView }) {
  const t = useT();
  return (
    <Card title={t("webhooks.change.title")}>
      <PostForm reply={reply}>
        <input type="hidden" name="intent" value="change" />
        <WebhookFields description={description} types={types} />
        <div>
          <Button variant="secondary">{t("webhooks.change.save")}</Button>
        </div>
      </PostForm>
    </Card>
  );
}

export function RotateForm({ oldSecretUntil }: { oldSecretUntil: Date | null }) {
  const t = useT();
  const format = useFormat();
  return (
    <Card title={t("webhooks.secret.title")}>
      <p className="measure text-muted">{t("webhooks.secret.hint")}</p>
      {oldSecretUntil ? <p>{t("webhooks.secret.rotating", { when: format.dateTime(oldSecretUntil) })}</p> : null}
      <p className="measure text-sm text-muted">{t("webhooks.secret.rotateHint")}</p>
      <PostForm>
        <div>
          <Button name="intent" value="rotate" variant="secondary">
            {t("webhooks.secret.rotate")}
          </Button>
        </div>
      </PostForm>
    </Card>
  );
}

export function RemoveForm({ reply }: Replied) {
  const t = useT();
  return (
    <Card title={t("webhooks.remove.title")}>
      <p className="measure text-muted">{t("webhooks.remove.lead")}</p>
      <PostForm reply={reply}>
        <input type="hidden" name="intent" value="remove" />
        <Checkbox name="sure" label={t("webhooks.remove.sure")} />
        <div>
          <Button variant="danger">{t("webhooks.remove.button")}</Button>
        </div>
      </PostForm>
    </Card>
  );
}
