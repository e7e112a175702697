import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { Dialect } from "@/server/api/kernel/dialect";
import { openApiDocument } from "@/server/api/kernel/open-api-document";

const HEAD = "// Made from the endpoints' schemas by `npm run api:types`. Not for editing.\n";

const UNKNOWN = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);

/** A dialect's document as TypeScript: what a client of it may send, and what it is answered. */
export async function documentTypes(dialect: Dialect): Promise<string> {
  // The document is made of plain objects; the library's own type of one names every field there could be.
  const document = JSON.stringify(openApiDocument(dialect));
  const nodes = await openapiTS(document, {
    alphabetize: true,
    defaultNonNullable: false,
    silent: true,
    // What has no name refers to itself: JSON of any kind, which a type cannot say in place.
    transform: (_, { path }) => (path?.includes("/__schema") ? UNKNOWN : undefined),
  });
  return HEAD + astToString(nodes);
}

/** Where a dialect keeps them, from the project's root. */
export const documentTypesPath = ({ name }: Dialect) => `server/api/dialects/${name}/testing/document-types.ts`;
