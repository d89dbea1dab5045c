import { Form, useFormAction, useNavigation, type FormProps } from "@remix-run/react";
import { useEffect, useMemo, useRef } from "react";
import { isFormReply } from "../form-reply";
import { useT } from "../i18n";
import { FormContext } from "./form-context";
import { Notice } from "./Notice";
import { useMessage } from "./use-message";

interface PostFormProps extends Omit<FormProps, "method"> {
  /** What `useActionData()` returned; anything that is not a reply to a form is ignored. */
  reply?: unknown;
}

/**
 * A form that posts, with and without JavaScript. When it comes back, its fields hold what was typed and a summary on
 * top gets the focus.
 */
export function PostForm({ reply, children, ...rest }: PostFormProps) {
  const t = useT();
  const message = useMessage();
  const navigation = useNavigation();
  const target = useFormAction(rest.action);
  const summary = useRef<HTMLDivElement>(null);
  const formReply = isFormReply(reply) ? reply : null;
  const busy =
    navigation.state !== "idle" && navigation.formAction === target && navigation.formMethod === "POST";
  const state = useMemo(() => ({ reply: formReply, busy }), [formReply, busy]);
  const count = formReply
    ? Object.values(formReply.fieldErrors).filter((errors) => errors.length > 0).length
    : 0;

  useEffect(() => {
    if (formReply) summary.current?.focus();
  }, [formReply]);

  return (
    <Form {...rest} method="post" noValidate className={rest.className ?? "flex flex-col gap-5"}>
      {formReply ? (
        <div ref={summary} tabIndex={-1} role="alert" className="flex flex-col gap-2">
          {formReply.formErrors.map((error) => (
            <Notice key={error.key} tone="problem">
              {message(error)}
            </Notice>
          ))}
          {count > 0 ? <Notice tone="problem">{t("errors.form.summary", { count })}</Notice> : null}
        </div>
      ) : null}
      <FormContext.Provider value={state}>{children}</FormContext.Provider>
    </Form>
  );
}
