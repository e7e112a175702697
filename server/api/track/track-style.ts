import "server-only";

/** Its name has a version: it is kept by browsers for good. */
export const STYLE_PATH = "/track/assets/page-1.css";

/** The look of a customer's page: one column, large words, light and dark. */
export const TRACK_STYLE = `:root{color-scheme:light dark;--ink:#17202a;--quiet:#566270;--ground:#f5f6f8;--card:#fff;--line:#dfe3e8;--late:#8f2d0d;--late-ground:#fdeee6}
@media (prefers-color-scheme:dark){:root{--ink:#e9edf1;--quiet:#a3afbb;--ground:#12161b;--card:#1b2128;--line:#2d3640;--late:#ffc6ad;--late-ground:#43200f}}
*{box-sizing:border-box}
body{margin:0;padding:1rem;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
main{max-width:32rem;margin:0 auto;padding:1.5rem;background:var(--card);border:1px solid var(--line);border-radius:.75rem}
p{margin:.5rem 0;overflow-wrap:anywhere}
h1{margin:.25rem 0 .5rem;font-size:1.625rem;line-height:1.2;text-wrap:balance}
.from,.note{color:var(--quiet);font-size:.9375rem}
.window{font-size:1.25rem;font-weight:600;font-variant-numeric:tabular-nums}
.late{padding:.625rem .75rem;border-radius:.5rem;background:var(--late-ground);color:var(--late);font-weight:600}
a{display:inline-block;min-height:1.5rem;color:inherit}
`;
