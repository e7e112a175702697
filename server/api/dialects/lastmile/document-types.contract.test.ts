import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { documentTypes, documentTypesPath } from "@/server/testing/document-types";
import { lastmile } from "./lastmile";

test("the client of the tests is the document's (if not: npm run api:types)", async () => {
  const kept = readFileSync(documentTypesPath(lastmile), "utf8");
  const made = await documentTypes(lastmile);
  // A difference of some thousand lines helps nobody; where it begins does.
  const lines = kept.split("\n");
  const at = made.split("\n").findIndex((line, index) => line !== lines[index]);
  expect(at, `stale at line ${at + 1}: ${lines[at]}`).toBe(-1);
  expect(kept).toHaveLength(made.length);
});
