import { expect, it } from "vitest";
import { historyGroups } from "./history-list";

const clock = (instant: Date) => instant.toISOString().slice(11, 16);
const edit = (id: string, by: string, time: string, date = "2026-03-09") => ({
  id,
  label: id,
  summary: null,
  by,
  isOwn: by === "Me",
  isUndone: false,
  createdAt: new Date(`${date}T${time}:00Z`),
});
const edits = [
  edit("d", "Me", "16:20"),
  edit("c", "Me", "16:05"),
  edit("b", "Ana", "16:00"),
  edit("a", "Me", "15:59"),
  edit("yesterday", "Me", "18:00", "2026-03-08"),
];

it("gathers what one person did in a row", () => {
  const groups = historyGroups(edits, "", clock);
  expect(groups.map((group) => [group.by, group.edits.map((each) => each.id)])).toEqual([
    ["Me", ["d", "c"]],
    ["Ana", ["b"]],
    ["Me", ["a", "yesterday"]],
  ]);
});

it("shows what changed since a time of the last day that anything changed", () => {
  expect(historyGroups(edits, "16:00", clock).flatMap((group) => group.edits.map((each) => each.id))).toEqual([
    "d",
    "c",
    "b",
  ]);
  expect(historyGroups([], "16:00", clock)).toEqual([]);
});
