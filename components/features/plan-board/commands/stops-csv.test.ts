import { expect, it } from "vitest";
import { makeBoard } from "../testing/make-board";
import { stopsCsv } from "./stops-csv";

const board = makeBoard({ routes: 2, stopsPerRoute: 3, pool: 1 });

it("writes what was asked for in driving order, the unassigned last", () => {
  const [head, ...rows] = stopsCsv(board, ["p-1", "v-2-1", "v-1-3", "v-1-1", "unknown"], []).trimEnd().split("\r\n");
  expect(head).toMatch(/^order,type,name,/);
  expect(rows.map((row) => row.split(",")[0])).toEqual(["ORD-V-1-1", "ORD-V-1-3", "ORD-V-2-1", "ORD-P-1"]);
  expect(rows[1]).toContain(",1,Aina Serra,3,");
});

it("lets no cell run as a formula", () => {
  const visits = new Map(board.visits);
  visits.set("p-1", { ...board.visits.get("p-1")!, name: '=HYPERLINK("x")' });
  expect(stopsCsv({ ...board, visits }, ["p-1"], [])).toContain(`"'=HYPERLINK(""x"")"`);
});

it("says how people are reached, and in which zone the times are", () => {
  const contacts = [
    { visitId: "v-1-1", phone: "+34600000000", email: "ona@example.org", notificationPreference: "sms" as const },
  ];
  const [head, row, other] = stopsCsv(board, ["v-1-1", "v-1-2"], contacts)
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  const cells = (of: readonly string[] = []) =>
    ["phone", "email", "notification_preference", "time_zone"].map((name) =>
      of[head!.indexOf(name)]?.replaceAll(/["']/g, ""),
    );
  expect(cells(row)).toEqual(["+34600000000", "ona@example.org", "sms", board.plan.timeZone]);
  expect(cells(other).slice(0, 2)).toEqual(["", ""]);
});
