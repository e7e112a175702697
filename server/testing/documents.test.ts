import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DOCUMENTS = ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md"];
const FOLDERS = ["app", "components", "server", "db", "e2e", "scripts", "public"];
/** Set by our own scripts for what they start, or by what they start it with. */
const SET_BY_OURSELVES =
  /^(NODE_ENV|TZ|VITEST_POOL_ID|NEXT_DIST_DIR|NEXT_PUBLIC_\w+|DRAY_E2E_URL|DRAY_E2E_DATA_DIR|S3_(ACCESS|SECRET)_KEY)$/;
/** Other vendors' words, which are spelt like files of ours. */
const NOT_OURS = new Set(["push-to-driver"]);

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)),
);
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith("document-types.ts"));
const packages: { readonly scripts: object } = JSON.parse(read("package.json"));
const lockedPackages = read("package-lock.json");
const quoted = new Set(
  sources.flatMap((file) => [...read(file).matchAll(/["'`]([a-z\d]+(?:-[a-z\d]+)+)["'`:]/g)].map(([, word]) => word!)),
);
const texts = DOCUMENTS.map((name) => ({ name, text: read(name).replace(/```.*?```/gs, "") }));
const allTexts = texts.map(({ text }) => text).join("\n");

describe("the documents", () => {
  test("name files and folders that are there", () => {
    const known = new Set(files.flatMap(waysToName));
    const missing = texts.flatMap(({ name, text }) =>
      namesIn(text).flatMap((word) => (known.has(word) || isElsewhere(word) ? [] : `${name}: ${word}`)),
    );
    expect(missing).toEqual([]);
  });

  test("name commands that are there, and every command is named", () => {
    const asked = allTexts.matchAll(/npm (?:run ([a-z][\w-]*(?::[\w-]+)?)|(test|start))(?![\w:-])|`(bench:\w+)`/g);
    const named = [...asked].map((parts) => parts.slice(1).find((name) => name !== undefined)!);
    const commands = Object.keys(packages.scripts).filter((name) => name !== "postinstall");
    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
    expect(commands.filter((name) => !named.includes(name))).toEqual([]);
  });

  test("explain every setting that is read, and no other", () => {
    const settings = read("server/main/env.ts").matchAll(/^ {2}([A-Z][A-Z\d_]+):/gm);
    const asked = sources.flatMap((file) => [...read(file).matchAll(/process\.env\.([A-Z][A-Z\d_]*)\b(?!_)/g)]);
    const known = new Set([...settings, ...asked].map(([, name]) => name!));
    const rows = [...allTexts.matchAll(/^\| (`[A-Z][^|]*) \|/gm)].flatMap(([, cell]) => [
      ...cell!.matchAll(/`([A-Z][A-Z\d_]+)`/g),
    ]);
    const explained = new Set(rows.map(([, name]) => name!));
    const mentioned = (name: string) => explained.has(name) || allTexts.includes(`\`${name}=`);
    expect([...known].filter((name) => !SET_BY_OURSELVES.test(name) && !mentioned(name))).toEqual([]);
    expect([...explained].filter((name) => !known.has(name))).toEqual([]);
  });
});

/** What stands between backticks and is spelt like a file or a path. */
function namesIn(text: string): string[] {
  const words = [...text.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word!.replace(/\/$/, ""));
  return words.filter((word) => /^[a-z(][a-z\d().-]*(\/[a-z\d().-]+)+$|^[a-z\d]+(-[a-z\d]+)+$/.test(word));
}

/** A file by the ends of its path, with and without what its name ends in; its folders likewise. */
function waysToName(file: string): string[] {
  const parts = file.split(path.sep);
  return parts.flatMap((_, from) =>
    parts.slice(from).flatMap((_part, count) => {
      const name = parts.slice(from, from + count + 1).join("/");
      return [name, name.replace(/(\.\w+)?(\.test)?\.\w+$/, ""), name.replace(/\.\w+$/, "")];
    }),
  );
}

/** A package, a vendor's word, or what is named so within the code: a job, a policy, a question's form. */
function isElsewhere(word: string): boolean {
  if (NOT_OURS.has(word) || lockedPackages.includes(`node_modules/${word}"`)) return true;
  return !word.includes("/") && quoted.has(word);
}
