import "server-only";

/** The look of what a customer does: rows to tap, forms with large fields, one clear button. */
export const ACT_STYLE = `.acts h2,.act h2{margin:0;font-size:1.0625rem;font-weight:650;line-height:1.3}
.acts ul{margin:.5rem 0 -.75rem;padding:0;list-style:none}
.acts li{display:grid;align-content:center;min-height:3.25rem;padding:.625rem 0}
.acts li+li{border-top:1px solid var(--line)}
.acts li:has(a){padding:0}
.acts li a{display:grid;align-content:center;min-height:3.25rem;padding:.625rem 1.5rem .625rem 0;position:relative;text-decoration:none}
.acts li a::after{content:"";position:absolute;right:.25rem;top:50%;width:.5rem;height:.5rem;border:solid currentColor;border-width:2px 2px 0 0;transform:translateY(-50%) rotate(45deg)}
.acts li span{font-weight:600}
.acts small{color:var(--quiet);font-size:.9375rem;white-space:pre-line;overflow-wrap:anywhere}
.done{margin:0 0 1rem;padding:.75rem .875rem;border-radius:.75rem;background:var(--tint);color:var(--accent);font-weight:600}
.act h1{font-size:1.625rem;font-weight:650;letter-spacing:-.02em;color:var(--ink)}
.act .about{margin:.5rem 0 1rem;color:var(--quiet)}
.act .note{color:var(--quiet);font-size:.875rem}
.act label+.note{margin-top:-.75rem}
.act textarea+.note{margin-top:-.75rem;text-align:right}
fieldset{min-width:0;margin:0;padding:0;border:0}
legend{padding:0 0 .5rem;font-weight:600}
.choice{display:flex;align-items:center;gap:.875rem;min-height:3.125rem;padding:.375rem .875rem;border:1px solid var(--line);font-weight:400;font-variant-numeric:tabular-nums;cursor:pointer}
.choice+.choice{border-top:0}
legend+.choice{border-radius:.75rem .75rem 0 0}
.choice:last-child{border-radius:0 0 .75rem .75rem}
legend+.choice:last-child{border-radius:.75rem}
.choice:has(:checked),.stars label:has(:checked){background:var(--tint);font-weight:600}
input[type=radio]{flex:none;width:1.25rem;height:1.25rem;margin:0;padding:0;accent-color:var(--accent)}
.stars{display:grid;grid-template-columns:repeat(5,1fr);gap:.5rem}
.stars legend{grid-column:1/-1}
.stars label{justify-items:center;padding:.75rem 0;border:1px solid var(--line);border-radius:.75rem;cursor:pointer}
.ends{display:flex;justify-content:space-between;grid-column:1/-1;color:var(--quiet);font-size:.875rem}
figure{margin:1.25rem 0 0}
figure img{display:block;max-width:100%;height:auto;border:1px solid var(--line);border-radius:.75rem;background:#fff}
figcaption{display:flex;justify-content:space-between;padding:.5rem .125rem 0}
`;
