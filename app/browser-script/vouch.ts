/**
 * What a shop's page loads as `/vouch.js`. It knows nothing of the rest of the product but three addresses, and must
 * stay small: a test weighs the bytes as they are served.
 */

/** Who recommends, what both get: for a banner. The disclosure always belongs with the offer. */
export interface ShownOffer {
  championName: string;
  code: string;
  headline: string;
  offer: string;
  disclosure: string;
  language: string;
}

/** `window.vouch`. Nothing here throws; whatever cannot be had is null. */
export interface Vouch {
  /** One token for the checkout: the earliest this visitor still has. */
  token(): string | null;
  /** All of them, the earliest first; at most ten. */
  tokens(): string[];
  /** Whether the visitor agreed to be remembered by this browser. Taking it back forgets. */
  consent(given: boolean): void;
  offer(wanted?: { code?: string; language?: string }): Promise<ShownOffer | null>;
  /** The tap on "claim"; with a code the visitor typed, or with what they arrived with. */
  claim(code?: string): Promise<{ token: string; code: string } | null>;
  /** A name for all tokens, for the shop's server to tell with the sign-up. */
  lead(): Promise<string | null>;
}

/** A token, and when it came. */
type Kept = [token: string, at: number];

const SHELF = "vouch";
const DAYS = 30;
const MOST = 10;

const script = document.currentScript as HTMLScriptElement | null;
const page = window as Window & { vouch?: Vouch };

function start({ src, dataset }: HTMLScriptElement): Vouch {
  let kept: Kept[] = [];
  let remembers = dataset.consent === "granted";

  /** Adds in the order of arrival. A full list keeps its first, which can win, and loses its second. */
  const add = (more: Kept[]) => {
    for (const entry of more) {
      if (!/^[\w-]{43,200}$/.test(entry[0]) || kept.some(([token]) => token === entry[0])) continue;
      kept.push(entry);
      kept.sort((a, b) => a[1] - b[1]);
      if (kept.length > MOST) kept.splice(1, 1);
    }
    if (!remembers) return;
    try {
      localStorage[SHELF] = JSON.stringify(kept);
    } catch {
      // A browser that stores nothing: the page's own memory has to do.
    }
  };

  /** What was kept before comes first: a token seen again stays as old as it is. */
  const remember = () => {
    const here = kept;
    kept = [];
    let before: Kept[] = [];
    try {
      const stored = JSON.parse(localStorage[SHELF] || "[]") as Kept[];
      before = stored.filter(([, at]) => at > Date.now() - DAYS * 864e5);
    } catch {
      // Nothing, or not ours.
    }
    add([...before, ...here]);
  };

  const ask = async <Answer>(what: string, body?: object): Promise<Answer | null> => {
    try {
      const answer = await fetch(`${new URL(src).origin}/api/v1/browser/${what}`, {
        method: body ? "POST" : "GET",
        credentials: "omit",
        headers: { Authorization: `Bearer ${dataset.key}`, ...(body && { "Content-Type": "application/json" }) },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout?.(8e3),
      });
      return answer.ok ? ((await answer.json()) as Answer) : null;
    } catch {
      return null;
    }
  };

  const arrival = new URLSearchParams(location.search);
  const landed = arrival.get("code");

  /** What an offer or a claim is about: a code that was typed, else the latest arrival. */
  const held = (typed: unknown): { code: string } | { token: string } | null => {
    const [token] = kept[kept.length - 1] || [];
    if (typed && typeof typed === "string") return { code: typed };
    return token ? { token } : landed ? { code: landed } : null;
  };

  const vouch: Vouch = {
    token: () => (kept[0] || [null])[0],
    tokens: () => kept.map(([token]) => token),
    consent(given) {
      remembers = given;
      if (given) return remember();
      try {
        localStorage.removeItem(SHELF);
      } catch {
        // There was nothing to forget.
      }
    },
    async offer(wanted) {
      const about = held(wanted?.code);
      const language = wanted?.language || document.documentElement.lang || navigator.language;
      return about && ask(`offer?${new URLSearchParams({ ...about, language })}`);
    },
    async claim(code) {
      const about = held(code);
      const claimed = about && (await ask<{ token: string; code: string }>("claim", about));
      if (claimed) add([[claimed.token, Date.now()]]);
      return claimed;
    },
    async lead() {
      const named = kept[0] && (await ask<{ reference: string }>("lead", { tokens: vouch.tokens() }));
      return named ? named.reference : null;
    },
  };

  if (remembers) remember();
  add(arrival.getAll("vouch").map((token, i) => [token, Date.now() + i]));
  return vouch;
}

// An element with the id "vouch" is `window.vouch` too, until something of that name is put there.
if (script && !page.vouch?.token) page.vouch = start(script);
