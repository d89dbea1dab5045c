import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { LinkButton } from "./components/LinkButton";
import { useDocument } from "./document";
import { isErrorAnswer, type ErrorAnswer } from "./error-answer";
import { pageOfStatus } from "./error-kind";
import { useT } from "./i18n";

/**
 * The error page of the root and of any layout: `export { ErrorPage as ErrorBoundary } from "~/ui/error-page"`.
 * Says what happened, what was kept and what to do.
 */
export function ErrorPage() {
  const error = useRouteError();
  const t = useT();
  const { requestId } = useDocument();
  const answer: ErrorAnswer | null = isRouteErrorResponse(error) && isErrorAnswer(error.data) ? error.data : null;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = pageOfStatus(status);
  const own = answer?.message.key;
  // An error that came over the wire has no stack; one born in this browser is in nobody's log.
  const logged = answer?.reference ?? (error instanceof Error && error.stack ? null : requestId);
  return (
    <main id="content" tabIndex={-1} className="mx-auto flex max-w-xl flex-col gap-4 px-5 py-16">
      <p className="money text-sm text-muted">{status}</p>
      <h1 className="text-xl">{t(`errors.page.${kind}.title`)}</h1>
      <p>{own && t.has(own) ? t(own, answer?.message.values) : t(`errors.page.${kind}.what`)}</p>
      <p>{t(`errors.page.${kind}.kept`)}</p>
      <p>{t(`errors.page.${kind}.next`)}</p>
      <p className="mt-4">
        <LinkButton to="/" reloadDocument>
          {t("errors.back")}
        </LinkButton>
      </p>
      {status >= 500 && logged ? (
        <p className="text-sm text-muted">{t("errors.reference", { reference: logged })}</p>
      ) : null}
    </main>
  );
}
