import { expect, test } from "vitest";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import { planExceptions } from "./plan-exceptions-context";

test("a stop has its own exceptions, a route also those of its stops", () => {
  const [late, failed, note] = [
    { id: "late", routeId: "r1", visitId: null },
    { id: "failed", routeId: "r1", visitId: "v1" },
    { id: "note", routeId: null, visitId: "v2" },
  ] as unknown as Exception[];
  const { byVisit, byRoute } = planExceptions([late!, failed!, note!]);
  expect([...byVisit]).toEqual([
    ["v1", [failed]],
    ["v2", [note]],
  ]);
  expect([...byRoute]).toEqual([["r1", [late, failed]]]);
});
