import type { Language } from "@/server/domain/preference/preferences";
import { escapeHtml } from "./render-template";

/** The sender's logo, where it is and how large it is shown. Old mail programs know only sizes that are attributes, and no WebP. */
export interface EmailLogo {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

export interface EmailContent {
  readonly language: Language;
  readonly sender: string;
  /** Null: there is none. */
  readonly logo: EmailLogo | null;
  /** Already HTML. */
  readonly body: string;
  readonly because: string;
  readonly choose: string;
  /** Where to choose; an address of the web. */
  readonly chooseAt: string;
}

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;line-height:1.5";
/** Of the column, in pixels. */
const WIDTH = 560;
/** Between the logo and the name. */
const LOGO_GAP = 12;
const TABLE = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';

/**
 * What a customer reads in an e-mail, to be put into `emailDocument`: who writes, what, and how to make it stop. Cells of
 * a table, each with its own letters: Outlook draws by Word, which knows no padding elsewhere and hands nothing down.
 */
export function emailContent({ language, sender, logo, body, because, choose, chooseAt }: EmailContent): string {
  const address = escapeHtml(chooseAt);
  const mark = logo
    ? `<td width="${logo.width + LOGO_GAP}"><img src="${escapeHtml(logo.url)}" alt="${escapeHtml(sender)}" width="${logo.width}" height="${logo.height}" style="border:0;display:block"></td>
`
    : "";
  return `<table lang="${language}" ${TABLE} style="table-layout:fixed;border-collapse:separate">
<tr><td style="padding:0 0 16px"><table ${TABLE}><tr>${mark}<td style="${FONT};font-size:14px;font-weight:600;letter-spacing:.02em">${escapeHtml(sender)}</td></tr></table></td></tr>
<tr><td class="card" bgcolor="#ffffff" style="${FONT};padding:24px;font-size:16px;border:1px solid #dfe3e8;border-radius:12px;background:#ffffff;word-break:break-word;overflow-wrap:anywhere">${body.trim()}</td></tr>
<tr><td class="quiet" style="${FONT};padding:16px 0 0;font-size:13px;color:#566270">${escapeHtml(because)}<br>
<a class="quiet" href="${address}" style="color:#566270">${escapeHtml(choose)}</a></td></tr>
</table>`;
}

/**
 * The page around an e-mail's content. Everything that matters is said inline; the sheet only turns it dark where the
 * reader's mail program asks for that, and colours that stay are legible on both grounds. Word knows no greatest width: for it
 * alone the column is a table of so many pixels, in letters it has.
 */
export function emailDocument(content: string): string {
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<style>:root{color-scheme:light dark}.card a{color:#1c59b4}@media (prefers-color-scheme:dark){.ground{background:#12161b!important;color:#e9edf1!important}.card{background:#1b2128!important;border-color:#2d3640!important}.card a{color:#8ab4f8!important}.quiet{color:#a3afbb!important}}</style>
<!--[if mso]><style>td,a{font-family:'Segoe UI',Arial,sans-serif!important}</style><![endif]-->
</head>
<body class="ground" bgcolor="#f5f6f8" style="margin:0;padding:0;background:#f5f6f8;color:#17202a">
<table class="ground" ${TABLE} bgcolor="#f5f6f8" style="background:#f5f6f8"><tr><td align="center" style="padding:24px 12px">
<!--[if mso]><table role="presentation" width="${WIDTH}" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table ${TABLE} style="max-width:${WIDTH}px"><tr><td align="left">
${content}
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>`;
}
