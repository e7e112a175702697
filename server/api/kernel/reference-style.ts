/** The reference's one style sheet; light and dark as the reader has it. */
export const REFERENCE_STYLE = `
:root{color-scheme:light dark;--line:light-dark(#dcdfe4,#33383f);--quiet:light-dark(#5c6570,#9aa4b0);--soft:light-dark(#f5f6f8,#1b1f24)}
body{margin:0;display:grid;grid-template-columns:minmax(15rem,20rem) minmax(0,1fr);font:15px/1.5 system-ui,sans-serif;background:light-dark(#fff,#121519);color:light-dark(#1a1d21,#e6e8eb)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1rem;border-right:1px solid var(--line);box-sizing:border-box;font-size:13px}
nav h2{font-size:15px}nav h3{margin:1rem 0 .25rem;font-size:12px;color:var(--quiet)}nav ul{list-style:none;margin:0;padding:0}
nav a{display:block;padding:.25rem 0;color:inherit;text-decoration:none;overflow-wrap:anywhere}nav a:hover,nav a:focus-visible{text-decoration:underline}
main{padding:1rem 2rem 4rem;max-width:60rem}section{border-top:1px solid var(--line);padding:1rem 0}
h1 small,.quiet{color:var(--quiet);font-weight:400}code,pre{font:13px/1.45 ui-monospace,monospace}
pre{background:var(--soft);padding:.75rem;overflow:auto;border-radius:6px;max-height:28rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid var(--line)}
summary{cursor:pointer;padding:.35rem 0}.m{text-transform:uppercase;font-size:11px;color:light-dark(#1d4ed8,#8ab4ff)}
.m.post{color:light-dark(#15803d,#6ee7a0)}.m.patch{color:light-dark(#a16207,#fcd34d)}.m.delete{color:light-dark(#b91c1c,#fca5a5)}
@media(max-width:60rem){body{display:block}nav{position:static;height:auto;border:0}}`;
