import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { account } from "./testing/account";
import documented from "./testing/endpoints.json";
import { MISSING_ENDPOINTS } from "./testing/missing-endpoints";

const FOLDER = new URL(".", import.meta.url).pathname;

describe("the document's checklist", () => {
  test("what is not listed as missing answers, and what is listed does not", async () => {
    const { get, post } = await account();
    const answering: string[] = [];
    for (const { id, method, path } of documented) {
      const { status, body } = method === "GET" ? await get(path) : await post(path, {});
      expect(body, id).toMatchObject({ success: expect.any(Boolean) });
      if (![404, 405, 501].includes(status)) answering.push(id);
    }
    const missing = documented.map(({ id }) => id).filter((id) => !answering.includes(id));
    expect(missing).toEqual(MISSING_ENDPOINTS);
  });

  test("every endpoint that is there has a contract test that names it", () => {
    const tests = readdirSync(FOLDER)
      .filter((name) => name.endsWith(".contract.test.ts") && !name.startsWith("coverage"))
      .map((name) => readFileSync(FOLDER + name, "utf8"))
      .join("\n");
    const unnamed = documented
      .filter(({ id }) => !MISSING_ENDPOINTS.includes(id))
      .filter(({ method, path }) => !tests.includes(`"${method} ${path}"`));
    expect(unnamed).toEqual([]);
  });
});
