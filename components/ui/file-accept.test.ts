import { expect, it } from "vitest";
import { acceptsFile } from "@/components/ui/file-accept";

it.each([
  [undefined, "a.bin", "", true],
  [".csv,.xlsx", "Orders.CSV", "", true],
  [".csv,.xlsx", "orders.csv.exe", "application/octet-stream", false],
  ["text/csv", "orders", "text/csv", true],
  ["image/*", "photo.jpg", "image/jpeg", true],
  ["image/*", "photo.jpg", "imagery/jpeg", false],
])("accept %s, file %s of type %s: %s", (accept, name, type, taken) => {
  expect(acceptsFile(accept, { name, type })).toBe(taken);
});
