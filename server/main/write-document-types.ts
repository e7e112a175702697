import { writeFile } from "node:fs/promises";
import { DIALECTS } from "@/server/api/dialects/registry";
import { documentTypes, documentTypesPath } from "@/server/testing/document-types";

/** `npm run api:types`: writes what the typed clients of the contract tests are made of. */
for (const dialect of DIALECTS) {
  const path = documentTypesPath(dialect);
  await writeFile(path, await documentTypes(dialect));
  console.log(path);
}
