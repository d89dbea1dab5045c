/** The sandbox's own small style sheet: the product's colours, readable at 390 px and in the dark. */
export const STYLE = `
:root {
  --paper: #FBF8F3;
  --surface: #FFFFFF;
  --ink: #1D1B16;
  --muted: #5D584E;
  --line: #1D1B161F;
  --control: #8A8478;
  --accent: #B8432B;
  --on-accent: #FFFFFF;
  --calm: #0F6B66;
  --gold: #8A5A00;
  --gold-ground: #FFF4D6;
  --red: #A3261B;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14130F;
    --surface: #1D1B17;
    --ink: #F2EEE6;
    --muted: #B5AEA1;
    --line: #F2EEE61F;
    --control: #8D867A;
    --accent: #F08A6E;
    --on-accent: #1D1B16;
    --calm: #5CC2B8;
    --gold: #F0C26A;
    --gold-ground: #33290F;
    --red: #FF9C8F;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 16px/1.5 "Inter Variable", Inter, system-ui, sans-serif;
}
main { max-width: 72rem; margin: 0 auto; padding: 24px 16px 64px; }
.narrow { max-width: 30rem; }
h1, h2 {
  font-family: "Fraunces Variable", Fraunces, Georgia, serif;
  line-height: 1.2;
  margin: 32px 0 12px;
}
h1 { font-size: 28px; margin-top: 8px; }
h2 { font-size: 20px; }
p { max-width: 68ch; margin: 8px 0; }
a { color: var(--accent); }
nav a { display: inline-block; margin-right: 16px; padding: 8px 0; }
nav a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
section, .card {
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: 10px;
  padding: 16px;
  margin: 12px 0;
}
section > h2:first-child { margin-top: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { min-width: 7rem; text-align: left; padding: 8px; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--muted); font-weight: 600; }
.number { display: block; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font-size: 13px; overflow-wrap: anywhere; }
.muted { color: var(--muted); font-size: 14px; }
label { display: block; font-weight: 600; margin: 16px 0 4px; }
fieldset { border: 0; padding: 0; margin: 16px 0 0; }
legend { font-weight: 600; padding: 0; }
input[type=text], input[type=email], input[type=number], input[type=datetime-local], select {
  width: 100%;
  min-height: 44px;
  font: inherit;
  color: inherit;
  background: var(--paper);
  border: 1px solid var(--control);
  border-radius: 10px;
  padding: 8px 12px;
}
td form, .inline {
  display: inline-flex;
  gap: 8px;
  align-items: center;
  margin: 2px 8px 2px 0;
  flex-wrap: wrap;
}
.inline label { margin: 0; }
td input[type=number], .inline input { width: 8rem; }
button {
  min-height: 44px;
  font: inherit;
  font-weight: 600;
  padding: 8px 16px;
  border-radius: 10px;
  border: 1px solid var(--control);
  background: transparent;
  color: inherit;
  cursor: pointer;
}
button.main {
  background: var(--accent);
  border-color: var(--accent);
  color: var(--on-accent);
  width: 100%;
  margin-top: 24px;
}
@media (max-width: 40rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: block; padding: 12px 0; border-bottom: 1px solid var(--line); }
  tr:last-child { border-bottom: 0; }
  td { display: block; position: relative; border: 0; padding: 2px 0 2px 5.5rem; }
  td::before { content: attr(data-head); color: var(--muted); position: absolute; left: 0; width: 5rem; }
  td:last-child:has(form) { padding: 8px 0 0; }
  td:last-child:has(form)::before { display: none; }
  td > .number { text-align: left; }
  td:empty { display: none; }
}
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.row { display: flex; gap: 8px; align-items: flex-end; }
.row > :first-child { flex: 1; }
.choice { font-weight: 400; display: flex; gap: 8px; align-items: center; min-height: 44px; margin: 0; }
.error { color: var(--red); margin: 4px 0 0; font-weight: 600; }
.done { color: var(--calm); font-weight: 600; }
h1 + .notice, .notice + h1 { margin-top: 24px; }
.notice { background: var(--gold-ground); color: var(--gold); padding: 8px 12px; border-radius: 10px; }
dl.sum { display: grid; grid-template-columns: 1fr auto; gap: 4px 16px; margin: 12px 0; }
dl.sum dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; }
dl.sum .total { font-weight: 700; font-size: 20px; border-top: 1px solid var(--line); padding-top: 8px; }
`;
