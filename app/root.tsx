import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  isRouteErrorResponse,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import type { ReactNode } from "react";
import interLatin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import frauncesLatin from "@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2?url";
import { companyLook } from "./http/company-look.server";
import { NavigationProgress } from "./ui/components/NavigationProgress";
import { useCompany } from "./ui/company";
import { useDocument } from "./ui/document";
import { pageOfStatus } from "./ui/error-kind";
import { useFormat, useLocale, useT } from "./ui/i18n";
import type { PageHandle } from "./ui/page-handle";
import "./ui/styles.css";

export { ErrorPage as ErrorBoundary } from "./ui/error-page";

export async function loader() {
  return { company: await companyLook() };
}

/** The company does not change while somebody clicks about; a saved form asks again. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) =>
  formMethod !== undefined && formMethod !== "GET";

export function Layout({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const { theme, nonce, requestId } = useDocument();
  const company = useCompany();
  const matches = useMatches();
  const light = matches.some(({ handle }) => (handle as PageHandle | undefined)?.light);
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme} data-fonts={light ? "system" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        <meta name="request-id" content={requestId} />
        <title>{useTitle()}</title>
        {(light ? [] : [interLatin, frauncesLatin]).map((font) => (
          <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <Meta />
        <Links />
        {company.accentCss ? <style nonce={nonce}>{company.accentCss}</style> : null}
      </head>
      <body>
        {children}
        {light ? null : <ScrollRestoration nonce={nonce} />}
        {light ? null : <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

/** The deepest page that names a title wins; an error says what it is. */
function useTitle(): string {
  const t = useT();
  const format = useFormat();
  const company = useCompany().name;
  const error = useRouteError();
  const titled = useMatches().findLast(({ handle }) => (handle as PageHandle | undefined)?.title);
  if (error != null) {
    const status = isRouteErrorResponse(error) ? error.status : 500;
    return t("common.pageTitle", { page: t(`errors.page.${pageOfStatus(status)}.title`), company });
  }
  const title = (titled?.handle as PageHandle | undefined)?.title;
  if (!title) return company;
  const page = typeof title === "function" ? title(titled?.data, t, format) : t(title);
  return t("common.pageTitle", { page, company });
}

export default function Root() {
  return (
    <>
      <NavigationProgress />
      <Outlet />
    </>
  );
}
