// The shop's own script, on its pages while Vouch's script is wired. Vouch's comes first and is `window.vouch`.
const { vouch } = window;
const banner = document.getElementById("recommendation");
const reference = document.getElementById("vouch-reference");

/** Greets somebody who was recommended: by whom, what both get, and a button. */
async function greet() {
  const offer = await vouch.offer();
  if (!offer) return;
  const say = (name, text) => {
    banner.querySelector(`[data-say=${name}]`).textContent = text;
  };
  say("from", banner.dataset.from.replace("{name}", offer.championName));
  say("offer", offer.offer);
  say("disclosure", offer.disclosure);
  banner.hidden = false;
  banner.querySelector("button").addEventListener("click", claim);
  banner.querySelector("input").addEventListener("change", remember);
}

/** The box: Vouch's script keeps the tokens from here on, and the shop says so on its later pages too. */
async function remember({ target: { checked } }) {
  vouch.consent(checked);
  await fetch("/consent", { method: "POST", body: new URLSearchParams({ given: checked ? "yes" : "no" }) }).catch(() => null);
}

/** The tap on "claim": what Vouch answers goes to the shop's own server, which hands it to the checkout later. */
async function claim() {
  const claimed = await vouch.claim();
  const body = claimed && new URLSearchParams({ vouch: claimed.token, code: claimed.code });
  const kept = body && (await fetch("/recommendation", { method: "POST", body }).catch(() => null));
  const { dataset } = banner;
  banner.querySelector("[role=status]").textContent = kept?.ok ? dataset.claimed.replace("{code}", claimed.code) : dataset.problem;
  if (kept?.ok) banner.querySelector("button").hidden = true;
}

/** The name for what this page knows goes with the sign-up; the server tells Vouch who it was. */
async function nameTokens() {
  reference.value = (await vouch.lead()) ?? "";
}

if (vouch && banner) void greet();
if (vouch && reference) void nameTokens();
