import "server-only";
import { z } from "zod";
import type { Credential } from "@/server/domain/access/api-caller";
import type { Dialect } from "./dialect";
import type { DocumentedAnswer, Endpoint } from "./endpoint";
import { refusalStatuses } from "./refusal-statuses";

export type JsonSchema = { readonly [key: string]: unknown };

export interface OpenApiParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

interface MediaTypes {
  readonly [type: string]: { readonly schema: JsonSchema };
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly { readonly [scheme: string]: readonly string[] }[];
  readonly parameters: readonly OpenApiParameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: MediaTypes };
  readonly responses: {
    readonly [status: string]: {
      readonly description: string;
      readonly content?: MediaTypes;
      readonly headers?: object;
    };
  };
}

export interface OpenApiDocument {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: OpenApiOperation } };
  readonly components: { readonly schemas: { readonly [name: string]: JsonSchema }; readonly securitySchemes: object };
}

/** What every endpoint may refuse with, whatever it does. */
const COMMON_REFUSALS: Readonly<Record<number, string>> = {
  400: "Malformed: not JSON, a value of the wrong type, or an unknown parameter value.",
  401: "No token, or one that opens nothing.",
  403: "The token was not made for this, or is of another tenant.",
  404: "There is no such thing, or not for this tenant.",
  405: "Not this method.",
  409: "It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use.",
  412: "If-Match names another version.",
  413: "Too large.",
  415: "Another media type is wanted.",
  422: "Well-formed, but it cannot be meant.",
  429: "Too many requests; Retry-After says when to ask again.",
};

/** How each kind of credential is shown; keys carry scopes, tokens of drivers and partners are good for theirs alone. */
const SECURITY: Readonly<Record<Credential, { readonly name: string; readonly scheme: object }>> = {
  key: {
    name: "bearer",
    scheme: { type: "http", scheme: "bearer", description: "A key, or a token issued for one; both carry scopes." },
  },
  driver: {
    name: "driverToken",
    scheme: { type: "http", scheme: "bearer", description: "A driver's short-lived token, for his own work alone." },
  },
  partner: {
    name: "partnerToken",
    scheme: { type: "http", scheme: "bearer", description: "A partner's own token; what it writes is signed as well." },
  },
};

const IDEMPOTENCY_KEY: OpenApiParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The request is done once under this name; asked again within 24 hours, the answer is the same.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};
const TENANT: OpenApiParameter = {
  name: "X-Tenant-ID",
  in: "header",
  required: false,
  description: "The tenant meant; refused unless it is the token's own.",
  schema: { type: "string" },
};
const IF_MATCH: OpenApiParameter = {
  name: "If-Match",
  in: "header",
  required: false,
  description: "The ETag that was seen; refused with 412 once there is a newer version.",
  schema: { type: "string" },
};

/** A dialect's endpoints as an OpenAPI 3.1 document, from the same schemas that check its requests. */
export function openApiDocument(dialect: Dialect): OpenApiDocument {
  const schemas: Record<string, JsonSchema> = {};
  const schemaOf = (schema: z.ZodType, io: "input" | "output") => hoisted(schema, io, schemas);
  const error = { "application/json": { schema: schemaOf(dialect.errorSchema, "output") } };
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const each of dialect.endpoints) {
    const path = paths[each.path] ?? {};
    paths[each.path] = path;
    path[each.method] = operationOf(each, schemaOf, error, dialect);
  }
  return {
    openapi: "3.1.0",
    info: { title: dialect.title, version: dialect.version, description: dialect.introduction.join("\n\n") },
    servers: [{ url: dialect.basePath }],
    paths,
    components: { schemas, securitySchemes: schemesOf(dialect) },
  };
}

function schemesOf({ endpoints, keyParam }: Dialect): object {
  const asked = new Set(endpoints.flatMap(({ credentials }) => credentials));
  const schemes = Object.fromEntries([...asked].map((each) => [SECURITY[each].name, SECURITY[each].scheme]));
  if (keyParam !== undefined) schemes[SECURITY.key.name] = { type: "apiKey", in: "query", name: keyParam };
  return schemes;
}

type SchemaOf = (schema: z.ZodType, io: "input" | "output") => JsonSchema;

function operationOf(endpoint: Endpoint, schemaOf: SchemaOf, error: MediaTypes, dialect: Dialect): OpenApiOperation {
  const { id, tag, summary, description, scope, credentials, isForGuests, method, answers } = endpoint;
  const isOpen = credentials.length === 0;
  const body = requestBodyOf(endpoint, schemaOf);
  const refusals = refusalStatuses(endpoint, dialect);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    security: [
      ...credentials.map((each) => ({ [SECURITY[each].name]: each === "key" && scope ? [scope] : [] })),
      ...(isForGuests ? [{}] : []),
    ],
    parameters: [
      ...fieldsOf(endpoint.params, "path", schemaOf),
      ...fieldsOf(endpoint.query, "query", schemaOf),
      ...(isOpen ? [] : [TENANT]),
      ...(isOpen || method === "get" || dialect.requestNames === "ignored" ? [] : [IDEMPOTENCY_KEY]),
      ...(endpoint.refusals.includes(412) ? [IF_MATCH] : []),
    ],
    ...(body && { requestBody: body }),
    responses: Object.fromEntries([
      ...Object.entries(answers).map(([status, answer]) => [status, answerOf(answer, schemaOf)]),
      ...refusals.map((status) => [status, { description: COMMON_REFUSALS[status] ?? "", content: error }]),
    ]),
  };
}

function requestBodyOf({ body, isForm, streamed }: Endpoint, schemaOf: SchemaOf) {
  const types = streamed
    ? Object.entries(streamed.types)
    : body
      ? [["application/json", body] as const, ...(isForm ? [["application/x-www-form-urlencoded", body] as const] : [])]
      : [];
  if (types.length === 0) return undefined;
  const content = Object.fromEntries(types.map(([type, schema]) => [type, { schema: schemaOf(schema, "input") }]));
  return { required: !types.every(([, schema]) => schema.safeParse(undefined).success), content };
}

function answerOf({ description, schema, hasVersion, isStream }: DocumentedAnswer, schemaOf: SchemaOf) {
  const type = isStream ? "text/event-stream" : "application/json";
  const tag = { ETag: { description: "The version, for If-Match.", schema: { type: "string" } } };
  return {
    description,
    ...(schema && { content: { [type]: { schema: schemaOf(schema, "output") } } }),
    ...(hasVersion && { headers: tag }),
  };
}

/** Each field of an object of parameters as one. */
function fieldsOf(object: z.ZodObject | undefined, place: "path" | "query", schemaOf: SchemaOf): OpenApiParameter[] {
  if (!object) return [];
  const { properties = {}, required = [] } = schemaOf(object, "input") as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(typeof description === "string" && { description }),
    schema,
  }));
}

/**
 * A schema with all named ones it contains moved to the document's own. One that is asked for in another form than it is
 * answered in has a name for each; two different ones of a name are a mistake.
 */
function hoisted(schema: z.ZodType, io: "input" | "output", into: Record<string, JsonSchema>): JsonSchema {
  const made = z.toJSONSchema(schema, { io, target: "draft-2020-12", unrepresentable: "any", cycles: "ref" });
  const { $schema: _, $defs = {}, id: name, ...rest } = made as Record<string, unknown> & { $defs?: object };
  const named: [string, unknown][] = [
    ...Object.entries($defs),
    ...(typeof name === "string" ? [[name, rest] as [string, unknown]] : []),
  ];
  const names = namesFor(named, io, into);
  for (const [id, definition] of named) keep(into, names.get(id) ?? id, plainOf(definition, names));
  if (typeof name !== "string") return plainOf(rest, names);
  return { $ref: `#/components/schemas/${names.get(name) ?? name}` };
}

/** Other names for those that are taken by the other direction's form, and for all that refer to them. */
function namesFor(named: readonly [string, unknown][], io: "input" | "output", into: Record<string, JsonSchema>) {
  const names = new Map<string, string>();
  for (let before = -1; before < names.size; ) {
    before = names.size;
    for (const [id, definition] of named) {
      const known = into[id];
      if (names.has(id) || !known || isSame(known, plainOf(definition, names))) continue;
      names.set(id, `${id}${io === "input" ? "Input" : "Output"}`);
    }
  }
  return names;
}

function keep(into: Record<string, JsonSchema>, name: string, schema: JsonSchema): void {
  if (into[name] && !isSame(into[name], schema)) throw new Error(`two schemas are called ${name}`);
  into[name] = schema;
}

const isSame = (a: JsonSchema, b: JsonSchema) => JSON.stringify(a) === JSON.stringify(b);

function plainOf(definition: unknown, names: ReadonlyMap<string, string>): JsonSchema {
  const { id: _, ...plain } = withRefs(definition, names) as JsonSchema;
  return plain;
}

function withRefs(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => withRefs(each, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) =>
      key === "$ref" && typeof each === "string"
        ? [key, each.replace(/^#\/\$defs\/(.*)$/, (_, id: string) => `#/components/schemas/${names.get(id) ?? id}`)]
        : [key, withRefs(each, names)],
    ),
  );
}
