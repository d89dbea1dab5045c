/** The inbox's look: warm paper, dark ink, one accent; light and dark by the reader's own setting. */
export const STYLE = `
@font-face { font-family: "Inter"; src: url("/_assets/inter.woff2") format("woff2"); font-weight: 100 900; font-display: swap; }
@font-face { font-family: "Fraunces"; src: url("/_assets/fraunces.woff2") format("woff2"); font-weight: 100 900; font-display: swap; }
:root { color-scheme: light dark; --paper: #fbf8f3; --surface: #fff; --ink: #1d1b16; --muted: #5f594e; --line: #1d1b161f;
  --border: #857d70; --accent: #b8432b; --on-accent: #fff; --calm: #0f6b66; --gold: #8a5a00; --gold-ground: #fff4d6; --red: #a3211a; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14130f; --surface: #1d1b17; --ink: #f2eee6; --muted: #b9b2a5; --line: #f2eee61f;
    --border: #8a8376; --accent: #f08a6e; --on-accent: #1d1b16; --calm: #5cc2b8; --gold: #f0cd7f; --gold-ground: #362a0d; --red: #ff9f94; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 Inter, system-ui, sans-serif; }
h1 { font: 600 28px/1.2 Fraunces, Georgia, serif; margin: 0 0 4px; overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 16px; top: 16px; background: var(--surface); padding: 8px; }
.top { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: center; max-width: 1080px; margin: 0 auto; padding: 12px 16px; }
.top strong { font: 600 18px/1.2 Fraunces, Georgia, serif; margin-right: auto; }
.top a { display: inline-flex; align-items: center; min-height: 44px; color: var(--ink); text-decoration-color: var(--border); }
.top a[aria-current] { text-decoration: none; font-weight: 650; }
main { max-width: 1080px; margin: 0 auto; padding: 12px 16px 64px; }
.hint { color: var(--muted); margin: 0 0 20px; max-width: 68ch; }
.card { background: var(--surface); border-radius: 10px; box-shadow: 0 1px 3px #0000001a; }
form.find { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin: 0 0 16px; }
form.find label { flex: 1 1 240px; font-size: 13px; color: var(--muted); }
input { display: block; width: 100%; min-height: 44px; padding: 8px 12px; font: 16px/1.5 Inter, system-ui, sans-serif; color: var(--ink);
  background: var(--surface); border: 1px solid var(--border); border-radius: 10px; }
input[type=checkbox] { width: 24px; min-height: 24px; accent-color: var(--accent); }
button, .button { display: inline-flex; align-items: center; min-height: 44px; padding: 8px 16px; font: 600 16px/1.2 Inter, system-ui, sans-serif;
  cursor: pointer; border-radius: 10px; border: 1px solid var(--border); background: var(--surface); color: var(--ink); text-decoration: none; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
ol.mails { list-style: none; margin: 0; padding: 0; }
ol.mails li { display: grid; gap: 2px 16px; padding: 14px 16px; border-top: 1px solid var(--line); position: relative; }
ol.mails li:first-child { border-top: 0; }
ol.mails a { font-weight: 600; color: var(--ink); text-decoration: none; overflow-wrap: anywhere; }
ol.mails a::after { content: ""; position: absolute; inset: 0; }
ol.mails li:hover a { text-decoration: underline; text-decoration-color: var(--accent); }
.to, .when { color: var(--muted); font-size: 13px; overflow-wrap: anywhere; } .when { font-variant-numeric: tabular-nums; }
.code { display: inline-block; white-space: nowrap; font: 650 20px/1.2 Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; letter-spacing: .06em; color: var(--gold);
  background: var(--gold-ground); border-radius: 10px; padding: 6px 12px; justify-self: start; user-select: all; position: relative; z-index: 1; }
.code.large { font-size: 40px; padding: 12px 20px; margin: 12px 0; }
.state { font-size: 13px; font-weight: 600; color: var(--calm); } .state.bad { color: var(--red); } .state.wait { color: var(--gold); }
.empty { padding: 40px 20px; text-align: center; color: var(--muted); }
.facts { margin: 0 0 12px; display: grid; grid-template-columns: auto 1fr; gap: 2px 16px; font-size: 16px; }
.facts dt { color: var(--muted); } .facts dd { margin: 0; overflow-wrap: anywhere; }
.tabs { display: flex; flex-wrap: wrap; gap: 4px; margin: 16px 0 0; border-bottom: 1px solid var(--border); }
.tabs a { padding: 10px 14px; min-height: 44px; color: var(--ink); text-decoration: none; border-bottom: 3px solid transparent; }
.tabs a[aria-current] { border-color: var(--accent); font-weight: 650; }
.pane { margin: 16px 0; overflow: hidden; } .pane > .facts { padding: 16px; margin: 0; }
.back { margin: 0 0 8px; }
iframe { display: block; width: 100%; height: 70vh; min-height: 480px; border: 0; background: #fff; }
pre { margin: 0; padding: 16px; white-space: pre-wrap; overflow-wrap: anywhere; font: 16px/1.5 Inter, system-ui, sans-serif; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 16px 0; }
.notice { border-left: 4px solid var(--calm); padding: 10px 14px; margin: 0 0 16px; background: var(--surface); }
.notice.bad { border-color: var(--red); }
ol.events { margin: 0; padding: 0; list-style: none; } ol.events > li { padding: 12px 16px; border-top: 1px solid var(--line); }
ol.events > li:first-child { border-top: 0; }
.delivery { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; font-size: 13px; color: var(--muted); }
.delivery span { overflow-wrap: anywhere; }
.switches { display: grid; gap: 12px; padding: 16px; margin: 0 0 20px; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); align-items: end; }
.switches label { font-size: 13px; color: var(--muted); }
.switches .check { display: flex; gap: 8px; align-items: center; min-height: 44px; color: var(--ink); font-size: 16px; }
@media (min-width: 760px) {
  ol.mails li { grid-template-columns: 240px 1fr auto; align-items: center; }
  ol.mails .to { font-size: 16px; } ol.mails .line { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; }
}
`;
