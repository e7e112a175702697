import { z } from "zod";

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
}

/**
 * A valid input of a use case, made from its schema: every field filled in, every id answered by `idOf(field name)`,
 * dates by `date`. What a schema's refinements ask beyond its shape, the caller puts right.
 */
export function sampleInput(schema: z.ZodType, idOf: (field: string) => string, date: string): unknown {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
  return sampleOf(json, "", { idOf, date, defs: json.$defs ?? {} });
}

interface Makers {
  readonly idOf: (field: string) => string;
  readonly date: string;
  readonly defs: Readonly<Record<string, JsonSchema>>;
}

/** Opaque to callers: only the server can make one. */
const NEVER_FILLED = ["cursor"];

function sampleOf(schema: JsonSchema, field: string, makers: Makers): unknown {
  if (schema.$ref) return sampleOf(makers.defs[schema.$ref.split("/").at(-1)!] ?? {}, field, makers);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return sampleOf(options.find((option) => option.type !== "null") ?? options[0]!, field, makers);
  if (schema.allOf) return sampleOf(Object.assign({}, ...schema.allOf), field, makers);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => !NEVER_FILLED.includes(key))
          .map(([key, value]) => [key, sampleOf(value, key, makers)]),
      );
    case "array":
      return sampleArray(schema, field, makers);
    case "integer":
    case "number":
      // The end of a span, which lies behind its start's smallest value.
      if (/^to[A-Z]|To(Seconds|Date)$/.test(field)) return (schema.minimum ?? 0) + 3600;
      return schema.minimum ?? (schema.exclusiveMinimum === undefined ? 1 : schema.exclusiveMinimum + 1);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return sampleText(schema, field, makers);
  }
}

function sampleArray(schema: JsonSchema, field: string, makers: Makers): unknown[] {
  const fixed = schema.prefixItems ?? (Array.isArray(schema.items) ? schema.items : undefined);
  if (fixed) return fixed.map((item) => sampleOf(item, field, makers));
  return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () =>
    sampleOf(schema.items as JsonSchema, field, makers),
  );
}

function sampleText(schema: JsonSchema, field: string, makers: Makers): string {
  if (schema.format === "uuid") return makers.idOf(field);
  if (schema.format === "date-time") return `${makers.date}T08:00:00Z`;
  if (schema.format === "email") return "someone@example.com";
  if (/dates?$/i.test(field)) return makers.date;
  if (/zone/i.test(field)) return "Europe/Madrid";
  if (/country/i.test(field)) return "ES";
  if (/currency/i.test(field)) return "EUR";
  if (/phone/i.test(field)) return "+34600000000";
  return "sample".padEnd(schema.minLength ?? 0, "x");
}
