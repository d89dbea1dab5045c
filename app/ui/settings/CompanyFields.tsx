import { LOCALES } from "~/platform/locale";
import { Checkbox } from "../components/Checkbox";
import { Field } from "../components/Field";
import { CONTROL } from "../components/control-style";
import { useField } from "../components/form-context";
import { Select } from "../components/Select";
import { TextArea } from "../components/TextArea";
import { TextInput } from "../components/TextInput";
import { useT } from "../i18n";

export interface CompanyValues {
  name: string;
  accent: string;
  senderName: string;
  senderEmail: string;
  supportEmail: string;
  postalAddress: string;
  shopUrl: string;
  allowedHosts: string;
  defaultLocale: string;
  cookieDomain: string | null;
}

/** Name, accent and logo. */
export function LookFields({ values, logoUrl }: { values: CompanyValues; logoUrl: string | null }) {
  const t = useT();
  return (
    <>
      <Field name="name" label={t("settings.company.name")}>
        <TextInput autoComplete="organization" defaultValue={values.name} />
      </Field>
      <Field name="accent" label={t("settings.company.accent")} hint={t("settings.company.accentHint")}>
        <TextInput autoComplete="off" spellCheck={false} defaultValue={values.accent} />
      </Field>
      <Field name="logo" label={t("settings.company.logo")} hint={t("settings.company.logoHint")} optional>
        <FileInput />
      </Field>
      {logoUrl ? (
        <div className="flex flex-wrap items-center gap-4">
          <img
            src={logoUrl}
            alt={t("settings.company.logoNow")}
            className="h-12 w-auto max-w-48 object-contain"
          />
          <Checkbox name="removeLogo" label={t("settings.company.logoRemove")} />
        </div>
      ) : null}
    </>
  );
}

function FileInput() {
  const { id, name, describedBy, invalid } = useField();
  return (
    <input
      type="file"
      id={id}
      name={name}
      accept="image/png,image/jpeg,image/webp"
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      className={`${CONTROL} file:mr-3 file:rounded-sm file:border-0 file:bg-sunken file:px-3 file:py-1 file:font-semibold file:text-ink`}
    />
  );
}

/** Who mails come from, and where answers go. */
export function MailFields({ values }: { values: CompanyValues }) {
  const t = useT();
  const languages = LOCALES.map((value) => ({ value, label: t(`common.language.${value}`) }));
  return (
    <>
      <Field name="senderName" label={t("settings.company.senderName")}>
        <TextInput autoComplete="off" defaultValue={values.senderName} />
      </Field>
      <Field
        name="senderEmail"
        label={t("settings.company.senderEmail")}
        hint={t("settings.company.senderEmailHint")}
      >
        <TextInput type="email" autoComplete="off" defaultValue={values.senderEmail} />
      </Field>
      <Field
        name="supportEmail"
        label={t("settings.company.supportEmail")}
        hint={t("settings.company.supportEmailHint")}
      >
        <TextInput type="email" autoComplete="off" defaultValue={values.supportEmail} />
      </Field>
      <Field
        name="postalAddress"
        label={t("settings.company.postalAddress")}
        hint={t("settings.company.postalAddressHint")}
      >
        <TextArea rows={3} defaultValue={values.postalAddress} />
      </Field>
      <Field name="defaultLocale" label={t("settings.company.defaultLocale")}>
        <Select options={languages} defaultValue={values.defaultLocale} />
      </Field>
    </>
  );
}

/** Where friends go, and the only hosts a redirect may lead to. */
export function ShopFields({ values }: { values: CompanyValues }) {
  const t = useT();
  return (
    <>
      <Field name="shopUrl" label={t("settings.company.shopUrl")} hint={t("settings.company.shopUrlHint")}>
        <TextInput type="url" autoComplete="off" defaultValue={values.shopUrl} />
      </Field>
      <Field
        name="allowedHosts"
        label={t("settings.company.allowedHosts")}
        hint={t("settings.company.allowedHostsHint")}
      >
        <TextArea rows={4} spellCheck={false} defaultValue={values.allowedHosts} />
      </Field>
      <Field name="cookieDomain" label={t("cookie.domain.label")} hint={t("cookie.domain.hint")} optional>
        <TextInput autoComplete="off" autoCapitalize="none" spellCheck={false} defaultValue={values.cookieDomain ?? ""} />
      </Field>
    </>
  );
}
