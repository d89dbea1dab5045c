import { useState, type FormEvent } from "react";
import { Button } from "../components/Button";
import { Card } from "../components/Card";
import { PostForm } from "../components/PostForm";
import { isFormReply } from "../form-reply";
import { useT } from "../i18n";
import { BrandPreview } from "./BrandPreview";
import { LookFields, MailFields, ShopFields, type CompanyValues } from "./CompanyFields";

interface CompanyEditorProps {
  values: CompanyValues;
  logoUrl: string | null;
  mayChange: boolean;
  reply: unknown;
}

/** The company's settings, with its looks on both papers beside them. */
export function CompanyEditor({ values, logoUrl, mayChange, reply }: CompanyEditorProps) {
  const t = useT();
  const typed = isFormReply(reply) ? reply.values : {};
  const [look, setLook] = useState({
    name: String(typed.name ?? values.name),
    accent: String(typed.accent ?? values.accent),
  });

  function follow({ target }: FormEvent<HTMLFormElement>) {
    if (!(target instanceof HTMLInputElement) || (target.name !== "name" && target.name !== "accent")) return;
    setLook({ ...look, [target.name]: target.value });
  }

  return (
    <PostForm reply={reply} encType="multipart/form-data" onChange={follow}>
      <fieldset disabled={!mayChange} className="flex flex-col gap-6">
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card title={t("settings.company.look")}>
            <LookFields values={values} logoUrl={logoUrl} />
          </Card>
          <Card title={t("settings.company.preview")}>
            <BrandPreview {...look} logoUrl={logoUrl} />
          </Card>
          <Card title={t("settings.company.mail")}>
            <MailFields values={values} />
          </Card>
          <Card title={t("settings.company.shop")}>
            <ShopFields values={values} />
          </Card>
        </div>
        {mayChange ? (
          <div>
            <Button name="intent" value="save">
              {t("settings.company.save")}
            </Button>
          </div>
        ) : null}
      </fieldset>
    </PostForm>
  );
}
