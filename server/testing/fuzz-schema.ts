import fc from "fast-check";
import type { JsonSchema, OpenApiDocument } from "@/server/api/kernel/open-api-document";

const DEEPEST = 6;

/** Numbers JSON can write and JavaScript cannot hold, and those JSON cannot write: put in by `fuzzText`. */
const RAW_NUMBERS = ["1e400", "-1e400", "NaN", "Infinity", "-0", "0.1e-400", "12345678901234567890123"];
const rawNumber = (text: string) => `raw:${text}`;

/** A value as the text that is sent: raw numbers as they are, lone surrogates and all. */
export function fuzzText(value: unknown): string {
  const text = JSON.stringify(value) ?? "null";
  return text.replace(/"raw:([^"]*)"/g, (whole, number: string) => (RAW_NUMBERS.includes(number) ? number : whole));
}

/** What breaks careless code: other types, huge and strange numbers, texts that mean something to somebody else. */
export const nastyValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    "",
    " ",
    "null",
    "\u0000",
    "\ud800",
    "🚚".repeat(50),
    "‮txet",
    "' or 1=1; drop table delivery --",
    "{{7*7}}<script>alert(1)</script>",
    "../../etc/passwd",
    "2031-02-30T25:61:00Z",
    "+275760-09-13T00:00:00Z",
    "-000001-01-01T00:00:00Z",
    ...RAW_NUMBERS.map(rawNumber),
    "admin'/*",
    "1); select pg_sleep(9)--",
    "$".concat("{jndi:ldap://127.0.0.1/a}"),
    "a\u0000b",
    "x\ud800y\udfff",
    "\u202e\u2066\ufeff",
    "x".repeat(100_000),
    Number.MAX_SAFE_INTEGER,
    -1,
    1e308,
    5e-324,
    -0.5,
    [],
    [[[[]]]],
    {},
    { constructor: { prototype: { isAdmin: true } } },
    JSON.parse('{"__proto__":{"isAdmin":true},"toString":1}'),
    JSON.parse('{"constructor":1,"hasOwnProperty":null,"__proto__":null}'),
    Array.from({ length: 300 }, () => 0),
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary" }),
);

/** Fields that name a thing are given things that are there, of whomever. */
const NAMES_A_THING = /(^|_)ids?$/;

/**
 * Mostly what a schema of a document asks for, with something nasty in the middle of it now and then; `ids` are what fields
 * that name things are given.
 */
export function fuzzOf(
  document: OpenApiDocument,
  schema: JsonSchema,
  ids: readonly string[] = [],
  depth = 0,
): fc.Arbitrary<unknown> {
  if (depth > DEEPEST) return nastyValue;
  const inner = (each: JsonSchema, name = ""): fc.Arbitrary<unknown> => {
    const made = fuzzOf(document, each, ids, depth + 1);
    if (ids.length === 0 || !NAMES_A_THING.test(name)) return made;
    const id = fc.constantFrom(...ids);
    const named = each.type === "array" ? fc.array(id, { maxLength: 3 }) : id;
    return fc.oneof({ weight: 3, arbitrary: named }, { weight: 1, arbitrary: made });
  };
  return fc.oneof({ weight: 14, arbitrary: fitting(document, schema, inner) }, { weight: 1, arbitrary: nastyValue });
}

function fitting(
  document: OpenApiDocument,
  schema: JsonSchema,
  inner: (each: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  // What may not be there at all, as `false` says it, is there all the same now and then.
  if (typeof schema !== "object") return nastyValue;
  const { $ref, anyOf, oneOf, type, format } = schema;
  if (typeof $ref === "string") return inner(document.components.schemas[$ref.split("/").at(-1)!]!);
  const choices = anyOf ?? oneOf;
  if (Array.isArray(choices)) return fc.oneof(...choices.map((each) => inner(each as JsonSchema)));
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if ("const" in schema) return fc.constant(schema.const);
  switch (type) {
    case "object":
      return objectOf(schema, inner);
    case "array":
      if (Array.isArray(schema.prefixItems)) {
        return fc.tuple(...schema.prefixItems.map((each) => inner(each as JsonSchema)));
      }
      return fc.array(inner((schema.items ?? {}) as JsonSchema), { maxLength: 4 });
    case "integer":
    case "number":
      return numberOf(schema);
    case "boolean":
      return fc.boolean();
    case "string":
      if (format === "date-time") return momentText;
      return fc.oneof(fc.constantFrom("Bredgade 1", "DK", "a@b.dk", "+4533123456"), fc.string({ maxLength: 30 }));
    default:
      return nastyValue;
  }
}

const momentText = fc
  .date({ min: new Date("2030-01-01T00:00:00Z"), max: new Date("2030-03-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

function numberOf({ minimum, maximum, type }: JsonSchema): fc.Arbitrary<number> {
  const min = typeof minimum === "number" ? Math.max(minimum, -1e9) : -1000;
  const max = typeof maximum === "number" ? Math.min(maximum, 1e9) : 1000;
  return type === "integer"
    ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
    : fc.double({ min, max, noNaN: true });
}

/** Fields that are asked for are there nine times in ten, others every second time, and one nobody asked for. */
function objectOf(
  schema: JsonSchema,
  inner: (each: JsonSchema, name?: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = new Set((schema.required ?? []) as string[]);
  const fields = Object.entries(properties).map(([name, each]) => {
    const isThere = required.has(name) ? { freq: 9, nil: undefined } : { freq: 1, nil: undefined };
    return fc.option(inner(each, name), isThere).map((value) => [name, value] as const);
  });
  // An open object has one half the time; a closed one now and then, since some refuse them at once.
  const isOpen = Object.keys(properties).length === 0;
  const name = fc.oneof(fc.string({ maxLength: 10 }), fc.constantFrom("__proto__", "constructor", "organization_id"));
  const more = fc.tuple(fc.nat({ max: isOpen ? 1 : 9 }), name, nastyValue);
  return fc.tuple(fc.tuple(...fields), more).map(([made, [isLeftOut, name, value]]) => {
    const given = made.filter(([, each]) => each !== undefined);
    return Object.fromEntries(isLeftOut === 0 ? [...given, [name, value] as const] : given);
  });
}
