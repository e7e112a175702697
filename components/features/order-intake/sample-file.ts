import { ORDER_COLUMN_BY_KEY, type OrderField } from "@/server/domain/intake/order-columns";

const FIELDS: readonly OrderField[] = [
  "external_id",
  "name",
  "phone",
  "email",
  "address",
  "postcode",
  "city",
  "country",
  "lat",
  "lon",
  "time_windows",
  "service_minutes",
  "weight_kg",
  "volume_l",
  "parcels",
  "priority",
  "skills",
  "tags",
  "notes",
];

function csvCell(text: string): string {
  return /[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file of one order that shows every usual column and how it is written. */
export function sampleCsv(): string {
  const examples = FIELDS.map((field) => csvCell(ORDER_COLUMN_BY_KEY.get(field)?.example ?? ""));
  return `${FIELDS.join(",")}\r\n${examples.join(",")}\r\n`;
}

/** Hands a text to the browser as a file. */
export function downloadText(fileName: string, text: string): void {
  // The mark makes spreadsheet programs read the letters right.
  const url = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
