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

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** What a customer reads in an e-mail, to be put into `emailDocument`: who writes, what, and how to make it stop. */
export function emailContent({ language, sender, logo, body, because, choose, chooseAt }: EmailContent): string {
  const address = escapeHtml(chooseAt);
  const mark = logo
    ? `<img src="${escapeHtml(logo.url)}" alt="${escapeHtml(sender)}" width="${logo.width}" height="${logo.height}" style="border:0;vertical-align:middle;margin-right:12px">`
    : "";
  return `<div lang="${language}" style="${FONT};font-size:16px;line-height:1.5">
<p style="margin:0 0 16px;font-size:14px;font-weight:600;letter-spacing:.02em">${mark}${escapeHtml(sender)}</p>
<div class="card" style="padding:24px;border:1px solid #dfe3e8;border-radius:12px;background:#ffffff;overflow-wrap:anywhere">${body.trim()}</div>
<p class="quiet" style="margin:16px 0 0;font-size:13px;color:#566270">${escapeHtml(because)}<br>
<a href="${address}" style="color:inherit">${escapeHtml(choose)}</a></p>
</div>`;
}

/**
 * The page around an e-mail's content. Everything that matters is said inline; the sheet only turns it dark where the
 * reader's mail program asks for that, and colours that stay are legible on both grounds.
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
</head>
<body class="ground" style="margin:0;padding:0;background:#f5f6f8;color:#17202a">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px"><tr><td align="left">
${content}
</td></tr></table>
</td></tr></table>
</body>
</html>`;
}
