import { Form, useLocation, useNavigation, type FormProps } from "@remix-run/react";
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
 * fields hold what was typed and a summary of what is wrong gets the focus.
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
  // Known at once, while the router takes a moment to say that something is on its way.
  const isSent = useRef(false);
  const { key } = useLocation();
  const state = useMemo(() => ({ reply: formReply, pressed: idle ? null : pressed }), [formReply, idle, pressed]);
  const count = formReply
    ? Object.values(formReply.fieldErrors).filter((errors) => errors.length > 0).length
    : 0;

  useEffect(() => {
    if (!idle) return;
    isSent.current = false;
    setPressed(null);
    // The answer of a form that comes so soon that nothing was drawn meanwhile has a place in the history of its own.
  }, [idle, key]);

  const wrong = formReply !== null && (count > 0 || formReply.formErrors.length > 0);
  useEffect(() => {
    if (wrong) summary.current?.focus();
    // Each answer anew, also when it says the same again.
  }, [wrong, formReply]);

  function submit(event: FormEvent<HTMLFormElement>) {
    onSubmit?.(event);
    // The second press of a double click, before the button knows that it waits.
    if (isSent.current) event.preventDefault();
    if (event.defaultPrevented) return;
    // A document that is sent anew is the browser's, which forgets it when it comes back to it.
    isSent.current = !rest.reloadDocument;
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
