import { useEffect, useRef, useState } from "react";
import { Button } from "~/ui/components/Button";
import { Notice } from "~/ui/components/Notice";
import { useT } from "~/ui/i18n";
import type { MessageKey } from "~/ui/messages/shape";

interface PasskeyButtonProps {
  purpose: "create" | "prove";
  label: MessageKey;
}

/**
 * Asks the device for a passkey and sends its answer with the form around it, in the field `passkey`. A passkey is the
 * one thing at the desk that needs JavaScript, so without it a sentence stands here.
 */
export function PasskeyButton({ purpose, label }: PasskeyButtonProps) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"server" | "ready" | "waiting" | "failed">("server");
  useEffect(() => setState("ready"), []);

  async function run() {
    setState("waiting");
    try {
      const answer = await askDevice(purpose);
      if (!field.current) return;
      field.current.value = JSON.stringify(answer);
      field.current.form?.requestSubmit();
      setState("ready");
    } catch {
      // The person closed the device's window, or the device cannot do it: both leave another way open.
      setState("failed");
    }
  }

  if (state === "server") return <p className="text-muted">{t("signIn.factor.passkeyNeedsScript")}</p>;
  return (
    <div className="flex flex-col gap-3">
      <input ref={field} type="hidden" name="passkey" />
      <div>
        <Button type="button" icon="shield" variant="secondary" disabled={state === "waiting"} onClick={() => void run()}>
          {state === "waiting" ? t("signIn.factor.passkeyWorking") : t(label)}
        </Button>
      </div>
      <div role="status">{state === "failed" ? <Notice tone="problem">{t("signIn.factor.passkeyFailed")}</Notice> : null}</div>
    </div>
  );
}

async function askDevice(purpose: "create" | "prove"): Promise<unknown> {
  const [{ startRegistration, startAuthentication }, response] = await Promise.all([
    import("@simplewebauthn/browser"),
    fetch("/desk/sign-in/passkey", { method: "POST", body: new URLSearchParams({ purpose }) }),
  ]);
  if (!response.ok) throw new Error(`passkey options: ${response.status}`);
  const optionsJSON = await response.json();
  return purpose === "create" ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON });
}
