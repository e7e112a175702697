import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import documented from "./testing/endpoints.json";
import { shop } from "./testing/shop";

const FOLDER = new URL(".", import.meta.url).pathname;
const NO_SUCH_ENDPOINT = "There is no such endpoint.";

describe("the document's checklist", () => {
  test("every endpoint answers, in the vendor's own words", async () => {
    const { ask } = await shop();
    const silent: string[] = [];
    for (const { id, method, path } of documented) {
      const request = method === "GET" ? {} : { body: {} };
      const { status, body } = await ask(method, path.replace(/\{\w+\}/g, "nobody"), request);
      if ([405, 501].includes(status) || status >= 500 || body?.message === NO_SUCH_ENDPOINT) silent.push(id);
    }
    expect(silent).toEqual([]);
  });

  test("every endpoint has a contract test that names it", () => {
    const tests = readdirSync(FOLDER)
      .filter((name) => name.endsWith(".contract.test.ts") && !name.startsWith("coverage"))
      .map((name) => readFileSync(FOLDER + name, "utf8"))
      .join("\n");
    expect(documented.filter(({ method, path }) => !tests.includes(`"${method} ${path}"`))).toEqual([]);
  });
});
