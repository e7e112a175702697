import "server-only";
import { ACT_STYLE } from "./act-style";

/** The look of a customer's pages: one column, large words, light and dark; beside a wide window, the map to the right. */
export const TRACK_STYLE = `:root{color-scheme:light dark;
--ink:#1b2420;--quiet:#5b6862;--ground:#f3f2ee;--card:#fffefb;--line:#e3e1da;
--accent:#0f6b58;--tint:#e2f0eb;--late:#8a3a08;--late-tint:#fdeedd;--sorry:#8c2f39;
--land:#efece4;--green:#dfe7d3;--water:#c3dbe6;--minor:#fff;--major:#f7dfae;--edge:#d9d3c5}
@media (prefers-color-scheme:dark){:root{
--ink:#e8ede9;--quiet:#9fada6;--ground:#101513;--card:#181f1c;--line:#2a332f;
--accent:#6fd3b6;--tint:#17352d;--late:#ffc48f;--late-tint:#40270f;--sorry:#ffadb3;
--land:#1d2421;--green:#20302a;--water:#1a3340;--minor:#323c38;--major:#5b5238;--edge:#141a17}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 ui-rounded,"SF Pro Rounded",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{display:grid;gap:1rem;max-width:30rem;margin:0 auto;padding:1.25rem 1rem 2.5rem}
p{margin:0;overflow-wrap:anywhere}
a{color:var(--accent);display:inline-block;min-height:1.5rem;text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:.375rem}
.from{display:flex;align-items:center;gap:.75rem;padding:.25rem;font-weight:600;letter-spacing:-.005em;overflow-wrap:anywhere}
.mark{flex:none;display:grid;place-items:center;width:2.25rem;height:2.25rem;border-radius:50%;background:var(--accent);color:var(--card);font-size:1.0625rem;text-transform:uppercase}
.logo{flex:none;max-width:9rem;height:2.25rem;object-fit:contain;object-position:left}
.card{padding:1.5rem;background:var(--card);border:1px solid var(--line);border-radius:1.25rem}
h1{margin:0;font-size:1.25rem;font-weight:500;line-height:1.25;text-wrap:balance;color:var(--accent)}
[data-tone=calm] h1,.plain h1{color:var(--ink)}
[data-tone=sorry] h1{color:var(--sorry)}
.now div:has(.window[hidden]) h1,[data-tone=done] h1,[data-tone=sorry] h1{font-size:1.875rem;font-weight:650;letter-spacing:-.02em}
.late{margin:-.25rem -.5rem 1rem;padding:.625rem .875rem;border-radius:.75rem;background:var(--late-tint);color:var(--late);font-weight:600}
.window{margin:.375rem 0 .25rem;font-size:2.125rem;font-weight:680;line-height:1.12;letter-spacing:-.025em;text-wrap:balance;font-variant-numeric:tabular-nums}
.day{color:var(--quiet)}
.steps{display:grid;grid-template-columns:repeat(4,1fr);gap:.375rem;margin:1.5rem 0 0;padding:0;list-style:none;font-size:.75rem;line-height:1.3;color:var(--quiet)}
.steps li{padding-top:.5rem;border-top:.25rem solid var(--line);border-radius:.125rem}
.steps[data-step="0"] li:nth-child(-n+1),.steps[data-step="1"] li:nth-child(-n+2),.steps[data-step="2"] li:nth-child(-n+3),.steps[data-step="3"] li{border-color:var(--accent)}
[data-tone=sorry] .steps{display:none}
.steps [aria-current]{color:var(--ink);font-weight:650}
.facts{display:grid;gap:.5rem;margin:1.25rem 0 0;padding:1.25rem 0 0;border-top:1px solid var(--line);list-style:none}
.facts:not(:has(li:not([hidden]))){display:none}
.facts .stops{font-weight:600}
.facts .vehicle{color:var(--quiet)}
.more,.plain .other{margin-top:1.25rem}
footer{display:grid;gap:.5rem;padding:.25rem .5rem;color:var(--quiet);font-size:.9375rem}
.map{overflow:hidden;background:var(--card);border:1px solid var(--line);border-radius:1.25rem}
.map svg{display:block;width:100%;height:auto;background:var(--land)}
.map .caption{padding:.75rem 1.5rem 1rem;color:var(--quiet);font-size:.875rem}
.map .green{fill:var(--green)}
.map .water{fill:var(--water)}
.map .stream{fill:none;stroke:var(--water);stroke-width:3}
.map .minor,.map .major,.map .edge{fill:none;stroke-linecap:round;stroke-linejoin:round}
.map .minor{stroke:var(--minor);stroke-width:3}
.map .edge{stroke:var(--edge);stroke-width:7}
.map .major{stroke:var(--major);stroke-width:5}
.map .ring{fill:none;stroke:var(--quiet);stroke-width:2;stroke-dasharray:1 9;stroke-linecap:round;opacity:.5}
.map [data-wide] .minor{stroke-width:1.5}
.map [data-wide] .edge{stroke-width:3.5}
.map [data-wide] .major{stroke-width:2}
.map text{font:600 26px system-ui,sans-serif;fill:var(--ink);paint-order:stroke;stroke:var(--land);stroke-width:6px;stroke-linejoin:round}
.map .bar{fill:none;stroke:var(--ink);stroke-width:2}
.map .north{fill:var(--ink)}
.map .about{fill:var(--accent);opacity:.14}
.map .door{fill:var(--card);stroke:var(--ink);stroke-width:4}
.map .area{fill:var(--accent);opacity:.22}
.map .van{fill:var(--accent);stroke:var(--card);stroke-width:4}
.map .glyph{fill:var(--card)}
.map .moves{transition:transform 9s linear}
@media (prefers-reduced-motion:reduce){.map .moves{transition:none}}
.plain{min-height:80vh;align-content:center}
.plain h1{font-size:1.375rem;font-weight:600;line-height:1.35}
form{display:grid;gap:1.125rem;margin-top:1.25rem}
label{display:grid;gap:.375rem;font-weight:600}
label small{font-weight:400;color:var(--quiet);font-size:.875rem}
input,textarea,select{width:100%;padding:.75rem .875rem;border:1px solid var(--quiet);border-radius:.75rem;background:var(--ground);color:inherit;font:inherit}
button{min-height:3rem;padding:.75rem 1.25rem;border:0;border-radius:.75rem;background:var(--accent);color:var(--card);font:inherit;font-weight:650;cursor:pointer}
.refused{padding:.75rem .875rem;border-radius:.75rem;background:var(--late-tint);color:var(--late)}
${ACT_STYLE}@media (min-width:60rem){
main[data-map]{grid-template-columns:minmax(22rem,26rem) minmax(0,1fr);grid-template-rows:auto auto 1fr auto;max-width:76rem;column-gap:1.5rem;padding-top:3rem;align-items:start}
main[data-map]>*{grid-column:1}
main[data-map]>.map{grid-column:2;grid-row:1/span 5;position:sticky;top:1.5rem}
main:not([data-map]){padding-top:8vh}
.map text{font-size:17px;stroke-width:4px}
.steps{font-size:.8125rem}
}
@media print{body{background:#fff}.map{display:none}}
`;
