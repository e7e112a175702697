import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");
const APP = path.join(ROOT, "app");

interface Source {
  /** Areas of texts asked for here. */
  readonly asked: readonly string[];
  readonly imports: readonly string[];
}

const sources = new Map<string, Source>();

function sourceOf(file: string): Source {
  const known = sources.get(file);
  if (known) return known;
  const text = readFileSync(file, "utf8").replace(/^import type [^;]+;/gm, "");
  const asked = [...text.matchAll(/useWords\("(\w+)"\)/g)].map(([, area]) => area!);
  const named = [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, name]) => name!);
  const source = { asked, imports: named.flatMap((name) => fileOf(file, name) ?? []) };
  sources.set(file, source);
  return source;
}

function fileOf(importer: string, name: string): string | undefined {
  if (!name.startsWith("@/") && !name.startsWith(".")) return undefined;
  const base = name.startsWith("@/") ? path.join(ROOT, name.slice(2)) : path.resolve(path.dirname(importer), name);
  return [`${base}.tsx`, `${base}.ts`].find((file) => existsSync(file));
}

/** The areas that whatever a page is made of asks for, with a file that does. */
function areasOf(page: string): Map<string, string> {
  const [seen, waiting, areas] = [new Set<string>(), [page], new Map<string, string>()];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const { asked, imports } = sourceOf(file);
    for (const area of asked) areas.set(area, path.relative(ROOT, file));
    waiting.push(...imports);
  }
  return areas;
}

/** The areas brought by a page and by the layouts around it. */
function broughtTo(page: string): Set<string> {
  const files = [page];
  for (let folder = path.dirname(page); folder.startsWith(APP); folder = path.dirname(folder))
    files.push(path.join(folder, "layout.tsx"));
  const brought = new Set<string>();
  for (const file of files.filter((each) => existsSync(each))) {
    const text = readFileSync(file, "utf8");
    for (const [, list, name] of text.matchAll(/<PageWords of=\{(?:\[([^\]]*)\]|(\w+))\}/g)) {
      const areas = list ?? new RegExp(`const ${name}[^=]*= \\[([^\\]]*)\\]`).exec(text)![1]!;
      for (const [, area] of areas.matchAll(/"(\w+)"/g)) brought.add(area!);
    }
  }
  return brought;
}

const pages = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx")
  .map((file) => path.join(APP, file));

test("every page brings the texts that its parts ask for", () => {
  const asked = pages.map((page) => ({ page, areas: areasOf(page) }));
  expect(asked.filter(({ areas }) => areas.size > 0).length).toBeGreaterThan(10);
  const missing = asked.flatMap(({ page, areas }) => {
    const brought = broughtTo(page);
    return [...areas]
      .filter(([area]) => !brought.has(area))
      .map(([area, file]) => `${path.relative(APP, page)} brings no "${area}", which ${file} asks for`);
  });
  expect(missing).toEqual([]);
});
