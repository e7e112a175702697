import fc from "fast-check";
import type { OpenApiDocument, OpenApiOperation } from "@/server/api/kernel/open-api-document";
import { fuzzOf, fuzzText, nastyValue } from "./fuzz-schema";

/** One operation of a document, where it is found. */
export interface PlacedOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

/** What is sent: nearly right, wrong, or nonsense. */
export interface FuzzedRequest {
  /** With its query, from the dialect's base. */
  readonly target: string;
  readonly body: { readonly type: string; readonly text: string } | undefined;
}

/** All operations of a document. */
export function operationsOf(document: OpenApiDocument): readonly PlacedOperation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

/**
 * Requests of one operation as the document's schemas say them, with all that goes wrong; `ids` are tried where ids go, and
 * `own`, parts of the path by name, nearly always where they belong.
 */
export function fuzzedRequests(
  document: OpenApiDocument,
  { path, operation }: PlacedOperation,
  ids: readonly string[],
  own: Readonly<Record<string, string>> = {},
): fc.Arbitrary<FuzzedRequest> {
  const id = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 40 }) },
  );
  const idFor = (place: string) => {
    const mine = own[place.slice(1, -1)];
    return mine === undefined
      ? id
      : fc.oneof({ weight: 9, arbitrary: fc.constant(mine) }, { weight: 1, arbitrary: id });
  };
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 50 }), nastyValue.map(asText), fc.constantFrom(...ids));
  const queries = operation.parameters
    .filter((each) => each.in === "query")
    .map(({ name, schema }) =>
      fc
        .option(fc.oneof(fuzzOf(document, schema).map(asText), text), { nil: undefined })
        .map((value) => [name, value] as const),
    );
  return fc
    .record({
      places: fc.tuple(...(path.match(/\{\w+\}/g) ?? []).map(idFor)),
      query: fc.tuple(...queries),
      body: bodies(document, operation, ids),
    })
    .map(({ places, query, body }) => ({ target: target(path, places, query), body }));
}

function bodies(document: OpenApiDocument, operation: OpenApiOperation, ids: readonly string[]) {
  const content = Object.entries(operation.requestBody?.content ?? {});
  if (content.length === 0) return fc.constant(undefined);
  const meant = content.map(([type, { schema }]) => ({
    weight: 4,
    arbitrary: fuzzOf(document, schema, ids).map((value) => ({ type, text: fuzzText(value) })),
  }));
  const nonsense = nastyValue.map((value) => ({ type: "application/json", text: fuzzText(value) }));
  return fc.oneof(...meant, { weight: 1, arbitrary: nonsense });
}

const asText = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

function target(
  path: string,
  places: readonly string[],
  query: readonly (readonly [string, string | undefined])[],
): string {
  let at = 0;
  const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent((places[at++] ?? "x").toWellFormed()));
  const search = new URLSearchParams();
  for (const [name, value] of query) if (value !== undefined) search.append(name, value.toWellFormed());
  return search.size > 0 ? `${filled}?${search}` : filled;
}
