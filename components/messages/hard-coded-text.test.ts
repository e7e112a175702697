import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Attributes and properties whose strings people read. */
const READ_BY_PEOPLE = new Set(
  "alt aria-label cancelLabel confirmLabel description emptyText group hint label lead meta placeholder title".split(
    " ",
  ),
);
/** What is a name or a sign rather than a word of a language. */
const NO_WORDS = /^(Dray|VAN-01|vip|kg|min|#[\da-f]{6}|[^\p{L}]*|\p{L})$/u;

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(ROOT, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sourceFiles(name);
    else if (/\.tsx?$/.test(name) && !/\.test\.tsx?$|\/testing\/|\/messages\//.test(name)) yield name;
  }
}

/** Texts in a file that people would read in English whatever their language. */
function hardCodedTexts(name: string, text: string): string[] {
  const found: string[] = [];
  const take = (words: string) => {
    const trimmed = words.replace(/\s+/g, " ").trim();
    if (!NO_WORDS.test(trimmed)) found.push(trimmed);
  };
  const wordsOf = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) take(node.text);
    else if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      if (parts.some((part) => /\p{L}{2}/u.test(part))) take(parts.join("…"));
    } else if (ts.isConditionalExpression(node)) {
      wordsOf(node.whenTrue);
      wordsOf(node.whenFalse);
    } else if (ts.isJsxExpression(node) && node.expression) wordsOf(node.expression);
    else if (ts.isParenthesizedExpression(node)) wordsOf(node.expression);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) take(node.text);
    else if (ts.isJsxAttribute(node) && READ_BY_PEOPLE.has(node.name.getText()) && node.initializer) {
      wordsOf(node.initializer);
    } else if (ts.isPropertyAssignment(node) && READ_BY_PEOPLE.has(node.name.getText())) wordsOf(node.initializer);
    else if (ts.isJsxExpression(node) && node.parent && ts.isJsxElement(node.parent)) wordsOf(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

test("finds what people read, and only that", () => {
  const code = `const a = <p title="One two" className="flex" id={\`x-\${n}\`}>Three {isOn ? "Four" : t("five")} · 6</p>;
    const b = { label: \`Seven \${n}\`, id: "eight", hint: n > 1 ? "Nine" : undefined };`;
  expect(hardCodedTexts("a.tsx", code)).toEqual(["One two", "Three", "Four", "Seven …", "Nine"]);
});

test("every text on the screens is a message", () => {
  const files = ["components", "app"].flatMap((folder) => [...sourceFiles(folder)]);
  expect(files.length).toBeGreaterThan(300);
  const left = files.filter((name) => hardCodedTexts(name, readFileSync(path.join(ROOT, name), "utf8")).length > 0);
  expect(left).toEqual([]);
});
