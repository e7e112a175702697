import { describe, expect, test } from "vitest";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import { type ExceptionFilter, filterExceptions, isFiltered, NOTHING_NARROWED } from "./filter-exceptions";

const NOW = Date.UTC(2026, 2, 2, 12);
const exception = (id: string, over: Partial<Exception> = {}) =>
  ({
    id,
    type: "late",
    severity: "medium",
    status: "open",
    ownerId: null,
    date: "2026-03-02",
    projectId: "p1",
    snoozedUntilMs: null,
    recipient: "Anna Vila",
    ...over,
  }) as Exception;
const list = [
  exception("mine", { ownerId: "me", severity: "high" }),
  exception("nobodys", { type: "no-start", date: "2026-03-01" }),
  exception("pauls", { ownerId: "paul", projectId: "p2", recipient: "Àngel Roca" }),
  exception("asleep", { snoozedUntilMs: NOW + 1 }),
  exception("awake", { snoozedUntilMs: NOW }),
];
const found = (filter: Partial<ExceptionFilter>) =>
  filterExceptions(
    list,
    { ...NOTHING_NARROWED, ...filter },
    { nowMs: NOW, youId: "me", textOf: ({ recipient }) => recipient ?? "" },
  ).map(({ id }) => id);

describe("what of the inbox is shown", () => {
  test("what is snoozed is out of sight until its time, and has a view of its own", () => {
    expect(found({})).toEqual(["mine", "nobodys", "pauls", "awake"]);
    expect(found({ view: "snoozed" })).toEqual(["asleep"]);
  });

  test("mine, nobody's, or a person's", () => {
    expect(found({ owner: "mine" })).toEqual(["mine"]);
    expect(found({ owner: "nobody" })).toEqual(["nobodys", "awake"]);
    expect(found({ owner: "paul" })).toEqual(["pauls"]);
  });

  test("every filter narrows, and all words must be found", () => {
    expect(found({ severity: "high" })).toEqual(["mine"]);
    expect(found({ type: "no-start" })).toEqual(["nobodys"]);
    expect(found({ date: "2026-03-02", projectId: "p2" })).toEqual(["pauls"]);
    expect(found({ words: "ROCA àngel" })).toEqual(["pauls"]);
    expect(found({ words: "roca vila" })).toEqual([]);
    expect([
      isFiltered(NOTHING_NARROWED),
      isFiltered({ ...NOTHING_NARROWED, view: "closed" }),
      isFiltered({ ...NOTHING_NARROWED, words: "x" }),
    ]).toEqual([false, false, true]);
  });
});
