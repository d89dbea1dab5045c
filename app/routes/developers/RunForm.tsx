import type { ReferenceExample } from "~/http/api-reference";
import { Button } from "~/ui/components/Button";
import { CodeBlock } from "~/ui/components/CodeBlock";
import { CONTROL } from "~/ui/components/control-style";
import { Explain } from "~/ui/components/Explain";
import { PostForm } from "~/ui/components/PostForm";
import { useT } from "~/ui/i18n";

export interface RunResult {
  operationId: string;
  address: string;
  body: string;
  status: number;
  answer: string;
}

interface RunFormProps {
  operationId: string;
  example: ReferenceExample;
  /** The demo's own key; another one may be typed. */
  demoKey: string;
  result: RunResult | null;
}

/** Makes the call of an example against this demo: a plain form, so that it works without script too. */
export function RunForm({ operationId, example, demoKey, result }: RunFormProps) {
  const t = useT();
  const id = (field: string) => `${operationId}-${field}`;
  const field = "flex flex-col gap-1.5 text-sm font-semibold";
  return (
    <Explain wide open={result !== null} label={t("developers.run.title")}>
      <p className="measure">{t("developers.run.hint")}</p>
      <PostForm action={`/developers#${operationId}`} className="flex flex-col gap-4">
        <input type="hidden" name="operationId" value={operationId} />
        <label className={field} htmlFor={id("key")}>
          {t("developers.run.key")}
          <input id={id("key")} name="key" defaultValue={demoKey} autoComplete="off" spellCheck={false} className={`${CONTROL} font-mono`} />
        </label>
        <label className={field} htmlFor={id("address")}>
          {t("developers.run.address")}
          <input id={id("address")} name="address" defaultValue={result?.address ?? example.address} autoComplete="off" spellCheck={false} className={`${CONTROL} font-mono`} />
        </label>
        {example.body ? (
          <label className={field} htmlFor={id("body")}>
            {t("developers.run.body")}
            <textarea id={id("body")} name="body" rows={Math.min(12, example.body.split("\n").length + 1)} defaultValue={result?.body || example.body} spellCheck={false} className={`${CONTROL} font-mono`} />
          </label>
        ) : null}
        <div>
          <Button aria-label={t("developers.run.named", { operation: operationId })}>{t("developers.run.submit")}</Button>
        </div>
      </PostForm>
      {result ? (
        <div role="status">
          <CodeBlock label={t("developers.run.result", { status: result.status })} code={result.answer} />
        </div>
      ) : null}
    </Explain>
  );
}
