import { expect, test } from "vitest";
import { DESK_PERMISSIONS } from "@/server/domain/access/permissions";
import { inOrder, RIGHTS_BY_AREA } from "./rights";

test("every right of the desk is in one area", () => {
  const shown = RIGHTS_BY_AREA.flatMap(({ rights }) => rights);
  expect([...shown].sort()).toEqual([...DESK_PERMISSIONS].sort());
});

test("rights are said in the order they are shown, once each; what no desk has is left out", () => {
  expect(inOrder(["plan.read", "order.write", "plan.read", "run.read", "order.read"])).toEqual([
    "order.read",
    "order.write",
    "plan.read",
  ]);
});
