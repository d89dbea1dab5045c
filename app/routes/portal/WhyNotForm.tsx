import { HAPPENED } from "~/rewards/explain-silence";
import type { WhyNotQuestion } from "~/rewards/why-not-question";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { PostForm } from "~/ui/components/PostForm";
import { RadioGroup } from "~/ui/components/RadioGroup";
import { Select } from "~/ui/components/Select";
import { TextInput } from "~/ui/components/TextInput";
import { useT } from "~/ui/i18n";

interface WhyNotFormProps {
  /** The latest day that can be asked about. */
  today: string;
  links: { id: string; label: string | null; code: string }[];
  asked: WhyNotQuestion | null;
  reply: unknown;
}

/** Which day and roughly what happened; no field asks who the friend is (L1). */
export function WhyNotForm({ today, links, asked, reply }: WhyNotFormProps) {
  const t = useT();
  return (
    <Card title={asked ? t("whyNot.again") : undefined}>
      <PostForm reply={reply}>
        <input type="hidden" name="intent" value="look" />
        <Field name="day" label={t("whyNot.day")} hint={t("whyNot.dayHint")} optional>
          <TextInput type="date" max={today} defaultValue={asked?.day ?? ""} />
        </Field>
        <RadioGroup
          name="happened"
          legend={t("whyNot.happened")}
          defaultValue={asked?.happened}
          options={HAPPENED.map((value) => ({ value, label: t(`whyNot.happenedOf.${value}`) }))}
        />
        {links.length > 1 ? (
          <Field name="link" label={t("whyNot.link")} optional>
            <Select
              defaultValue={asked?.linkId ?? ""}
              options={[
                { value: "", label: t("whyNot.anyLink") },
                ...links.map(({ id, label, code }) => ({ value: id, label: `${label ?? t("whyNot.mainLink")} (${code})` })),
              ]}
            />
          </Field>
        ) : null}
        <div>
          <Button icon="search">{t("whyNot.look")}</Button>
        </div>
      </PostForm>
    </Card>
  );
}
