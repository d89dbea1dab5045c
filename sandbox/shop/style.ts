/** The shop's own look: another house than the portal. */
export const STYLE = `
:root { --paper:#F7F5F0; --surface:#FFF; --ink:#20231F; --muted:#565B54; --line:#20231F22; --control:#7C8279; --action:#22543D; --on-action:#FFF;
  --welcome:#E3EFE7; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --paper:#141613; --surface:#1D201C; --ink:#EFF2EC; --muted:#B3B9AF; --line:#EFF2EC22; --control:#8E958A;
  --action:#8FD0AD; --on-action:#14261C; --welcome:#1F3329; } }
* { box-sizing:border-box; } body { margin:0; background:var(--paper); color:var(--ink); font:16px/1.5 Georgia, "Times New Roman", serif; }
header { display:flex; flex-wrap:wrap; gap:8px 24px; align-items:center; justify-content:space-between;
  padding:16px max(16px, calc((100vw - 64rem) / 2 + 16px)); border-bottom:1px solid var(--line); }
.name { font-size:22px; font-weight:700; text-decoration:none; color:inherit; padding:6px 0; } nav { display:flex; gap:16px; align-items:center; }
main { max-width:64rem; margin:0 auto; padding:16px 16px 64px; } h1 { font-size:28px; line-height:1.25; max-width:34ch; }
main > p > a:only-child { display:inline-block; padding:10px 0; } form + form { margin-top:12px; }
h2 { font-size:18px; margin:12px 0 4px; } a { color:var(--action); } nav a { padding:10px 0; }
.products { list-style:none; padding:0; display:grid; grid-template-columns:repeat(auto-fill,minmax(16rem,1fr)); gap:24px; }
.products li { background:var(--surface); border:1px solid var(--line); border-radius:12px; padding:0 16px 16px; overflow:hidden; display:flex; flex-direction:column; }
.products svg { width:calc(100% + 32px); margin:0 -16px; display:block; } .products p { margin:0 0 8px; color:var(--muted); }
.products form { margin-top:auto; } .products .price { color:var(--ink); }
.price, .total { font-variant-numeric:tabular-nums; font-weight:700; } .total { text-align:right; font-size:20px; }
.lines { list-style:none; padding:0; } .lines li { display:grid; grid-template-columns:1fr auto auto; gap:16px; align-items:center; border-bottom:1px solid var(--line); padding:8px 0; }
button { min-height:44px; font:inherit; font-weight:700; padding:8px 18px; border-radius:999px; border:1px solid var(--action); background:var(--action); color:var(--on-action); cursor:pointer; }
.products button { width:100%; } button.quiet { background:transparent; color:inherit; border-color:var(--control); font-weight:400; }
label { display:block; font-weight:700; margin-top:16px; } input { width:100%; max-width:20rem; min-height:44px; font:inherit; color:inherit; background:var(--surface);
  border:1px solid var(--control); border-radius:8px; padding:8px 12px; }
#code { text-transform:uppercase; }
.ways { list-style:none; padding:0; display:grid; grid-template-columns:repeat(auto-fit,minmax(16rem,1fr)); gap:24px; }
.ways li { background:var(--surface); border:1px solid var(--line); border-radius:12px; padding:0 16px 16px; } .ways li[aria-current] { border:2px solid var(--action); }
.tick { display:flex; gap:8px; align-items:center; font-weight:400; margin:12px 0 0; min-height:44px; } .tick input { width:20px; min-height:20px; margin:0; accent-color:var(--action); }
footer { max-width:64rem; margin:0 auto; padding:0 16px 32px; display:flex; flex-wrap:wrap; gap:0 24px; } footer a { padding:10px 0; }
.hint { color:var(--muted); margin:4px 0 16px; font-size:15px; } .welcome { background:var(--welcome); border-radius:12px; padding:12px 16px; max-width:60ch; }
.told li { grid-template-columns:1fr; gap:4px; overflow-wrap:anywhere; }
:focus-visible { outline:3px solid var(--action); outline-offset:2px; }
`;
