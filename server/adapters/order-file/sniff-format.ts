import type { FileKind } from "@/server/domain/refusal/intake-reasons";
import { refuseFile } from "./order-file-refusal";

const SAVE_AS = "Save it as .xlsx or .csv and try again.";
const BINARIES: readonly (readonly [string, string, FileKind])[] = [
  ["%PDF", "This is a PDF document", "pdf"],
  ["\x89PNG", "This is a picture", "picture"],
  ["\xff\xd8\xff", "This is a picture", "picture"],
  ["GIF8", "This is a picture", "picture"],
  ["RIFF", "This is a media file", "media"],
  ["\x1f\x8b", "This is a compressed file (gzip)", "archive"],
  ["7z\xbc\xaf", "This is a compressed file (7z)", "archive"],
  ["Rar!", "This is a compressed file (rar)", "archive"],
  ["\x7fELF", "This is a program", "program"],
  ["MZ\x90", "This is a program", "program"],
  ["SQLite format 3", "This is a database", "database"],
];
const MARKUP = /^\s*(<!doctype|<html|<\?xml|<table|<meta|\{\\rtf|\[?\s*\{\s*"|\[\s*\])/i;

/**
 * Tells a text table from a workbook by its first bytes, never by its name. Refuses everything else with what it is.
 */
export function sniffFormat(bytes: Uint8Array): "csv" | "xlsx" {
  const head = String.fromCharCode(...bytes.subarray(0, 512));
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return "xlsx";
  if (head.startsWith("\xd0\xcf\x11\xe0")) {
    refuseFile({ reason: "old_excel" }, `This is an old Excel file (.xls) or one locked with a password. ${SAVE_AS}`);
  }
  const binary = BINARIES.find(([magic]) => head.startsWith(magic));
  if (binary) refuseFile({ reason: "binary", kind: binary[2] }, `${binary[1]}, not a table of orders. ${SAVE_AS}`);
  const text = head.replace(/^\xef\xbb\xbf/, "");
  if (MARKUP.test(text)) {
    const kind: "json" | "text-document" | "web-page" = /^\s*[[{]\s*[{"\]]/.test(text)
      ? "json"
      : text.trimStart().startsWith("{\\rtf")
        ? "text-document"
        : "web-page";
    const what = { json: "JSON", "text-document": "a text document", "web-page": "a web page or XML" }[kind];
    refuseFile(
      { reason: "other_document", kind },
      `This file holds ${what}, whatever its name says, not a table. ${SAVE_AS}`,
    );
  }
  return "csv";
}
