import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { DIALECTS } from "@/server/api/dialects/registry";
import { documentTypes, documentTypesPath } from "@/server/testing/document-types";

/** `npm run api:types`: writes anew what the typed clients of contract tests are made of, for the dialects that have one. */
for (const dialect of DIALECTS) {
  const path = documentTypesPath(dialect);
  if (!existsSync(path)) continue;
  await writeFile(path, await documentTypes(dialect));
  console.log(path);
}
