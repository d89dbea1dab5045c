import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Checkbox } from "~/ui/components/Checkbox";
import { CopyBox } from "~/ui/components/CopyBox";
import { Explain } from "~/ui/components/Explain";
import { Field } from "~/ui/components/Field";
import { LinkButton } from "~/ui/components/LinkButton";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { isFormReply } from "~/ui/form-reply";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { LandingData } from "./landing-data.server";

/** The friend's page: who recommends, what both get, one button. Works without any script. */
export function LandingPage({ landing, reply }: { landing: LandingData | null; reply?: unknown }) {
  if (!landing) return <UnknownCode />;
  if (!landing.open) return <Resting landing={landing} />;
  return <Offer landing={landing} reply={reply} />;
}

function Offer({ landing, reply }: { landing: LandingData; reply: unknown }) {
  const t = useT();
  const { name, company, code, offer, least, reward, friendReward, friendSignUp, friendRail: rail } = landing;
  return (
    <SiteLayout signIn={false}>
      <Page>
        <h1 className="flex flex-col gap-1">
          <span className="font-sans text-base font-normal tracking-normal text-muted">{t("share.landing.from")}</span>{" "}
          <span className="text-2xl break-words">{name}</span>
        </h1>
        {landing.sentence ? (
          <blockquote className="measure border-l-2 border-accent pl-4 font-serif text-lg break-words">
            {landing.sentence}
          </blockquote>
        ) : null}
        <Card title={landing.headline}>
          <p className="font-serif text-xl">
            {!offer
              ? t("share.landing.noOffer", { company })
              : least
                ? t("share.landing.offerFrom", { offer, least })
                : t("share.landing.offer", { offer })}
          </p>
          {friendReward ? <p>{t("share.landing.after", { reward: friendReward, rail, company })}</p> : null}
          {friendSignUp ? <p>{t("share.landing.afterSignUp", { reward: friendSignUp, rail, company })}</p> : null}
          <p>{t("share.landing.disclosure", { name, reward })}</p>
          <PostForm action={`/l/${code}/claim`} reply={reply}>
            <input type="hidden" name="c" value={landing.token} />
            {landing.cookie === "consent" ? (
              <Checkbox
                name="remember"
                label={t("cookie.landing.remember", { days: landing.days })}
                hint={t("cookie.landing.rememberHint")}
              />
            ) : null}
            <Button wide>{t(offer ? "share.landing.claim" : "share.landing.claimPlain")}</Button>
            <Explain label={t("share.landing.showTitle", { name })} open={isFormReply(reply)}>
              <Checkbox
                name="show"
                label={t("share.landing.showLabel", { name })}
                hint={t("share.landing.showHint", { name })}
              />
              <Field name="initial" label={t("share.landing.initial")} optional>
                <TextInput maxLength={1} size={2} autoComplete="off" />
              </Field>
            </Explain>
          </PostForm>
        </Card>
        <CopyBox label={t("share.landing.code")} value={code} />
        <p className="measure text-muted">
          {t("cookie.landing.data", { name, days: landing.days, rule: landing.cookie })}
        </p>
        {landing.remembered ? <Remembered code={code} /> : null}
      </Page>
    </SiteLayout>
  );
}

/** Taken back as easily as given: nothing this browser claimed stays in it. */
function Remembered({ code }: { code: string }) {
  const t = useT();
  return (
    <PostForm action={`/l/${code}/claim`} className="flex flex-wrap items-center gap-3">
      <span className="text-muted">{t("cookie.landing.kept")}</span>
      <Button variant="secondary" name="intent" value="forget">
        {t("cookie.landing.forget")}
      </Button>
    </PostForm>
  );
}

function Resting({ landing }: { landing: LandingData }) {
  const t = useT();
  return (
    <SiteLayout signIn={false}>
      <Page>
        <PageTitle>{t("share.landing.rest.title")}</PageTitle>
        <p className="measure">{t("share.landing.rest.body")}</p>
        {landing.shopUrl ? (
          <p>
            <LinkButton to={landing.shopUrl} icon="arrow" rel="noreferrer">
              {t("share.landing.rest.toShop")}
            </LinkButton>
          </p>
        ) : null}
      </Page>
    </SiteLayout>
  );
}

/** What a mistyped code leads to; answered with 404. */
export function UnknownCode() {
  const t = useT();
  return (
    <SiteLayout signIn={false}>
      <Page>
        <PageTitle>{t("share.landing.unknown.title")}</PageTitle>
        <p className="measure">{t("share.landing.unknown.body")}</p>
        <p className="measure text-muted">{t("share.landing.unknown.kept")}</p>
        <p>
          <LinkButton to="/" variant="secondary">
            {t("share.landing.unknown.home")}
          </LinkButton>
        </p>
      </Page>
    </SiteLayout>
  );
}
