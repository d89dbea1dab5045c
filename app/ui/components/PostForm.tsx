import { Form, useNavigation, type FormProps } from "@remix-run/react";
import { useEffect, useMemo, useRef, useState, type FormEvent } from "react";
import { isFormReply } from "../form-reply";
import { useT } from "../i18n";
import { FormContext, type Pressed } from "./form-context";
import { Notice } from "./Notice";
import { useMessage } from "./use-message";

interface PostFormProps extends Omit<FormProps, "method"> {
  /** What `useActionData()` returned; anything that is not a reply to a form is ignored. */
  reply?: unknown;
}

/**
 * A form that posts, with and without JavaScript. While it is sent, the pressed button says so. When it comes back, its
 * fields hold what was typed and a summary on top gets the focus.
 */
export function PostForm({ reply, children, onSubmit, ...rest }: PostFormProps) {
  const t = useT();
  const message = useMessage();
  const navigation = useNavigation();
  const summary = useRef<HTMLDivElement>(null);
  const formReply = isFormReply(reply) ? reply : null;
  const idle = navigation.state === "idle";
  // Several forms of a page may post to one address, so each remembers whether it was the one.
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const state = useMemo(() => ({ reply: formReply, pressed: idle ? null : pressed }), [formReply, idle, pressed]);
  const count = formReply
    ? Object.values(formReply.fieldErrors).filter((errors) => errors.length > 0).length
    : 0;

  useEffect(() => {
    if (idle) setPressed(null);
  }, [idle]);

  useEffect(() => {
    if (formReply) summary.current?.focus();
  }, [formReply]);

  function submit(event: FormEvent<HTMLFormElement>) {
    onSubmit?.(event);
    const { submitter } = event.nativeEvent as SubmitEvent;
    setPressed({ name: submitter?.getAttribute("name") ?? null, value: submitter?.getAttribute("value") ?? null });
  }

  return (
    <Form {...rest} onSubmit={submit} method="post" noValidate className={rest.className ?? "flex flex-col gap-5"}>
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
