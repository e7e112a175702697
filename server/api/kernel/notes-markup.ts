import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/**
 * A dialect's notes as a section to read: of Markdown what they are written in, which is paragraphs, lists, tables, bold
 * words and code. Their title is left out; whatever else is in them is said as it stands.
 */
export function notesMarkup(notes: string): Markup[] {
  const blocks = notes.split(/\n\s*\n/).flatMap(blocksOf);
  return blocks.filter((lines) => !lines[0]!.startsWith("# ")).map(block);
}

/** A list may stand right behind its paragraph. */
function blocksOf(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const at = lines.findIndex((line) => /^- /.test(line));
  const parts = at > 0 ? [lines.slice(0, at), lines.slice(at)] : [lines];
  return parts.filter((part) => part.length > 0);
}

function block(lines: readonly string[]): Markup {
  const [first = "", ...rest] = lines;
  if (first.startsWith("|")) {
    const [head = [], ...rows] = lines.filter((line) => !/^\|[\s|:-]+\|$/.test(line)).map(cellsOf);
    return html`<table><thead><tr>${head.map((cell) => html`<th scope="col">${inline(cell)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`)}</tbody></table>`;
  }
  if (first.startsWith("- ")) return html`<ul>${itemsOf(lines).map((item) => html`<li>${inline(item)}</li>`)}</ul>`;
  if (first.startsWith("## ")) return html`<h3>${first.slice(3)}</h3>${rest.length > 0 ? block(rest) : ""}`;
  return html`<p>${inline(lines.join(" "))}</p>`;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|\s*$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/** An item goes on where a line is indented. */
function itemsOf(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (line.startsWith("- ")) items.push(line.slice(2));
    else items.push(`${items.pop() ?? ""} ${line.trim()}`);
  }
  return items;
}

/** Code and bold words. */
function inline(text: string): Markup[] {
  return text.split(/(`[^`]+`|\*\*(?:[^*]|\*(?!\*))+\*\*)/).map((part) => {
    if (part.startsWith("`") && part.length > 1) return html`<code>${part.slice(1, -1)}</code>`;
    if (part.startsWith("**") && part.length > 4) return html`<b>${inline(part.slice(2, -2))}</b>`;
    return html`${part}`;
  });
}
