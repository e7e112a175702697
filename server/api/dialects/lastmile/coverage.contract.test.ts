import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import documented from "./testing/endpoints.json";
import { MISSING_ENDPOINTS } from "./testing/missing-endpoints";
import { shop } from "./testing/shop";

/** Served by the driver's socket, outside the dialect (`server/realtime`). */
const ELSEWHERE = ["LM-099"];
const FOLDER = new URL(".", import.meta.url).pathname;
const METHODS: Readonly<Record<string, string>> = { SSE: "GET" };

const asked = documented
  .filter(({ id }) => !ELSEWHERE.includes(id))
  .map((each) => ({ ...each, method: METHODS[each.method] ?? each.method }));

describe("the document's checklist", () => {
  test("what is not listed as missing answers, and what is listed does not", async () => {
    const { ask } = await shop();
    const answering: string[] = [];
    for (const { id, method, path } of asked) {
      const { status, body } = await ask(
        method,
        path.replace(/\{\w+\}/g, "nobody"),
        method === "GET" ? {} : { body: {} },
      );
      if (![405, 501].includes(status) && body?.error?.code !== "no_such_endpoint") answering.push(id);
    }
    const missing = asked.map(({ id }) => id).filter((id) => !answering.includes(id));
    expect(missing).toEqual(MISSING_ENDPOINTS);
  });

  test("every endpoint that is there has a contract test that names it", () => {
    const tests = readdirSync(FOLDER)
      .filter((name) => name.endsWith(".contract.test.ts") && !name.startsWith("coverage"))
      .map((name) => readFileSync(FOLDER + name, "utf8"))
      .join("\n");
    const unnamed = asked
      .filter(({ id }) => !MISSING_ENDPOINTS.includes(id))
      .filter(({ method, path }) => !tests.includes(`"${method} ${path}"`));
    expect(unnamed).toEqual([]);
  });
});
