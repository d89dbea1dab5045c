import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useEffect } from "react";
import { useCompany } from "./company";
import { LinkButton } from "./components/LinkButton";
import { Page } from "./components/Page";
import { useDocument } from "./document";
import { isErrorAnswer, type ErrorAnswer } from "./error-answer";
import { pageOfStatus } from "./error-kind";
import { useT } from "./i18n";
import { SiteLayout } from "./layouts/SiteLayout";

/** The error page of everything that stands in no layout of its own. */
export function ErrorPage() {
  return (
    <SiteLayout>
      <ErrorInLayout />
    </SiteLayout>
  );
}

/**
 * The error of a page inside a layout, whose menu stays around it:
 * `export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page"` in each route below the layout.
 * Says what happened, what was kept and what to do.
 */
export function ErrorInLayout() {
  const error = useRouteError();
  const t = useT();
  const { requestId } = useDocument();
  const answer: ErrorAnswer | null =
    isRouteErrorResponse(error) && isErrorAnswer(error.data) ? error.data : null;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = pageOfStatus(status);
  const own = answer?.message.key;
  // An error that came over the wire has no stack; one born in this browser is in nobody's log.
  const logged = answer?.reference ?? (error instanceof Error && error.stack ? null : requestId);
  const title = t(`errors.page.${kind}.title`);
  const company = useCompany().name;

  // The document around a page inside a layout does not hear of its error.
  useEffect(() => {
    document.title = t("common.pageTitle", { page: title, company });
  }, [t, title, company]);

  return (
    <Page>
      <div className="flex flex-col gap-4">
        <h1 className="text-xl">{title}</h1>
        <p>{own && t.has(own) ? t(own, answer?.message.values) : t(`errors.page.${kind}.what`)}</p>
        <p>{t(`errors.page.${kind}.kept`)}</p>
        <p>{t(`errors.page.${kind}.next`)}</p>
        <p className="mt-2">
          <LinkButton to="/" reloadDocument variant="secondary">
            {t("errors.back")}
          </LinkButton>
        </p>
        {status >= 500 && logged ? (
          <p className="text-sm text-muted">{t("errors.reference", { reference: logged })}</p>
        ) : null}
      </div>
    </Page>
  );
}
