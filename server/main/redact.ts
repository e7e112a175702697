import "server-only";

const CENSORED = "[redacted]";
const DEEPEST = 8;
const MOST_ENTRIES = 200;
const LONGEST_TEXT = 4000;

/** Fields that hold what is nobody's business, however their names are written (`recipient_name`, `contactPhone`). */
const PRIVATE_KEY = new RegExp(
  [
    "passw",
    "secret",
    "token",
    "cookie",
    "authorization",
    "apikey",
    "signature",
    "credential",
    "mail",
    "phone",
    "name$",
    "^recipient",
    "^contact",
    "address",
    "street",
    "housenumber",
    "postcode",
    "postalcode",
    "^city$",
    "^line[12]$",
    "^(lat|lng|lon|latitude|longitude)$",
    "position$",
    "location$",
    "coordinates",
    "polyline",
    "notes?$",
    "instructions",
    "^(to|body|text|html|subject|query|params|parameters|args|detail|where|searchtext|payload|headers)$",
  ].join("|"),
);
/** Names of things of ours, which end like names of people. */
const PLAIN_KEYS = new Set(["tablename", "constraintname", "columnname", "schemaname", "jobname", "hostname"]);

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // A failed statement is followed by its values, a failed constraint by the row's.
  [/\bparams: [\s\S]*?(?=\n\s+at |$)/g, `params: ${CENSORED}`],
  [/Key \([^)]*\)=\([^)]*\)/g, `Key ${CENSORED}`],
  [/Failing row contains \([\s\S]*?\)\./g, `Failing row ${CENSORED}`],
  [/\b(Bearer|Basic) [\w.~+/=-]+/gi, `$1 ${CENSORED}`],
  [/\b(dray_(live|test|at|dt)|whsec)_[\w.+/=-]+/g, CENSORED],
  [/(\w+:\/\/)[^\s/:@]+:[^\s/@]+@/g, `$1${CENSORED}@`],
  [/[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+/g, CENSORED],
  [/(?<![\w.:-])(?:\+|00)\d[\d ()-]{5,}\d/g, CENSORED],
  [/(?<![\w.:-])(?!\d{4}-\d{2}-\d{2})\d{2}(?:[ -]?\d{2}){3,6}(?![\w.:-])/g, CENSORED],
  // Places on earth: two numbers beside each other, or one as exact as only a position is.
  [/-?\d{1,3}\.\d{3,}\s*[,/ ]\s*-?\d{1,3}\.\d{3,}/g, CENSORED],
  [/(?<![\w.])-?\d{1,3}\.\d{4,}(?![\w.])/g, CENSORED],
];
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A text without what looks like an address, a number, a key or a place. Names of people look like nothing: see keys. */
export function redactText(text: string): string {
  let said = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  for (const [pattern, censored] of PATTERNS) said = said.replace(pattern, censored);
  return said.replace(/[\w-]{32,}/g, (word) => (isRandom(word) && !UUID.test(word) ? CENSORED : word));
}

const isRandom = (word: string) => /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word);

/** A value as it may be written down: private fields and patterns censored, errors with what they say and where. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  if (value instanceof Date) return value;
  if (depth >= DEEPEST) return "…";
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((each) => redact(each, depth + 1));
  if (value instanceof Map || value instanceof Set) return `${value.constructor.name}(${value.size})`;
  if (ArrayBuffer.isView(value)) return `bytes(${value.byteLength})`;
  const fields = value instanceof Error ? fieldsOfError(value) : Object.entries(value);
  return Object.fromEntries(
    fields
      .slice(0, MOST_ENTRIES)
      .map(([key, each]) => [key, isPrivate(key) && isSaid(each) ? CENSORED : redact(each, depth + 1)]),
  );
}

/** What an error says lies in fields that are not listed; `name` is its type's. */
function fieldsOfError(error: Error): [string, unknown][] {
  const own = Object.entries(error).filter(([key]) => key !== "name" && key !== "cause");
  const { message, stack, cause } = error;
  const said: [string, unknown][] = [
    ["type", error.constructor.name],
    ["message", message],
    ["stack", stack],
  ];
  return [...said, ...own, ...(cause === undefined ? [] : ([["cause", cause]] as [string, unknown][]))];
}

function isPrivate(key: string): boolean {
  const plain = key.toLowerCase().replace(/[^a-z0-9]/g, "");
  return PRIVATE_KEY.test(plain) && !PLAIN_KEYS.has(plain);
}

const isSaid = (value: unknown) => value !== undefined && value !== null && value !== "" && typeof value !== "boolean";
