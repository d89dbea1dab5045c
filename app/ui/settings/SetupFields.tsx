import { WEEKDAYS } from "~/programs/business-calendar";
import { JOIN_POLICIES, type JoinPolicy } from "~/programs/program";
import type { SetupForm } from "~/programs/setup-form";
import { Field } from "../components/Field";
import { RadioGroup } from "../components/RadioGroup";
import { TextArea } from "../components/TextArea";
import { TextInput } from "../components/TextInput";
import { useFormat, useT } from "../i18n";

interface SetupFieldsProps {
  joinPolicy: JoinPolicy;
  values: Omit<Record<keyof SetupForm, string>, "joinPolicy">;
  /** When an answer asked for now would be promised: the calendar at work. */
  promisedAt: Date;
}

/** Who may join, and the hours behind every promised time (W21). */
export function SetupFields({ joinPolicy, values, promisedAt }: SetupFieldsProps) {
  const t = useT();
  const format = useFormat();
  const policies = JOIN_POLICIES.map((value) => ({ value, label: t(`settings.program.${value}`) }));
  return (
    <>
      <p className="measure text-muted">{t("settings.program.setupLead")}</p>
      <RadioGroup
        name="joinPolicy"
        legend={t("settings.program.joinPolicy")}
        options={policies}
        defaultValue={joinPolicy}
      />
      <Field name="zone" label={t("settings.program.zone")} hint={t("settings.program.zoneHint")}>
        <TextInput autoComplete="off" defaultValue={values.zone} />
      </Field>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 font-serif text-lg">{t("settings.program.hours")}</legend>
        <p className="measure text-sm text-muted">{t("settings.program.hoursHint")}</p>
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {WEEKDAYS.map((day) => (
            <Field key={day} name={day} label={t(`settings.program.${day}`)} optional>
              <TextInput autoComplete="off" defaultValue={values[day]} />
            </Field>
          ))}
        </div>
      </fieldset>
      <Field
        name="holidays"
        label={t("settings.program.holidays")}
        hint={t("settings.program.holidaysHint")}
        optional
      >
        <TextArea rows={6} defaultValue={values.holidays} />
      </Field>
      <p className="measure">
        {t("settings.program.promise", { at: format.fullDateTime(promisedAt, values.zone) })}
      </p>
    </>
  );
}
