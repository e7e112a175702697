import { expect, test } from "vitest";
import { connectionSettingsSchema } from "./connection";

test.each([
  ["https://swift.example/dray", true],
  ["http://swift.example:8080", true],
  ["https://me@swift.example", false],
  ["https://me:secret@swift.example/dray", false],
  ["https://:secret@swift.example", false],
  ["ftp://swift.example", false],
  ["swift.example", false],
])("the address of a partner's server: %s", (baseUrl, isTaken) => {
  expect(connectionSettingsSchema.safeParse({ baseUrl }).success).toBe(isTaken);
});
