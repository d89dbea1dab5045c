/** What the files in `docs/wire-a-shop` name that is different at each installation. */
const ORIGIN = "https://champions.example.com";
const KEY = "vouch_pub_your_key";

/** A shop's lines with this installation's own origin and, where there is one, its publishable key. */
export function fillLines(text: string, { origin, key }: { origin: string; key?: string }): string {
  const placed = text.replaceAll(ORIGIN, origin);
  return key ? placed.replaceAll(KEY, key) : placed;
}
