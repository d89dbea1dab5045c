import { useEffect, useState } from "react";
import type { FreeCodeCheck } from "~/sharing/check-free-code.server";

const PAUSE_MS = 350;

/** Asks about a code once its typist pauses. Without an answer (offline, too many questions) the form itself will tell. */
export function useCodeCheck(checkAt: string, start: string) {
  const [code, setCode] = useState(start);
  const [answer, setAnswer] = useState<{ about: string; check: FreeCodeCheck } | null>(null);
  const [busy, setBusy] = useState(false);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);

  useEffect(() => {
    if (code === start) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      setBusy(true);
      fetch(`${checkAt}?code=${encodeURIComponent(code)}`, { signal: asking.signal })
        .then((response) => (response.ok ? (response.json() as Promise<FreeCodeCheck>) : Promise.reject(new Error("no answer"))))
        .then((check) => setAnswer({ about: code, check }))
        .catch(() => undefined)
        .finally(() => setBusy(false));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [checkAt, code, start]);

  return { code, setCode, busy, check: answer?.about === code ? answer.check : null, scripted };
}
