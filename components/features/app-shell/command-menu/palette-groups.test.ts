import { expect, it } from "vitest";
import type { Command } from "@/components/lib/commands";
import { wordsFor } from "@/components/messages/testing/words-for";
import { paletteGroups } from "./palette-groups";

const act = (id: string, label: string, group?: string, enabled = true): Command => ({
  id,
  label,
  group,
  enabled,
  run: () => {},
});
const commands = [
  act("undo", "Undo", "Plan"),
  act("redo", "Redo", "Plan", false),
  act("move", "Move to…", "Stops"),
  act("theme", "Dark theme"),
];
const stop = act("stop:1", "ORD-1");
const searches = [
  {
    group: "Stops found",
    search: (query: string) => (query.includes("1") || query.startsWith("u") ? [stop] : []),
    recall: (id: string) => (id === stop.id ? stop : undefined),
  },
];
const shape = (query: string, recentIds: string[] = []) =>
  paletteGroups(wordsFor("appShell"), query, { commands, searches, recentIds }).map((group) => [
    group.label,
    group.commands.map(({ id }) => id),
  ]);

it("shows at rest what was used last, then all that can run", () => {
  expect(shape("", ["stop:1", "gone", "redo", "move"])).toEqual([
    ["Recent", ["stop:1", "move"]],
    ["Plan", ["undo"]],
    ["Desk", ["theme"]],
  ]);
});

it("keeps what cannot run behind what can, so that it is found at all", () => {
  expect(shape("do")).toEqual([["Commands", ["undo", "redo"]]]);
});

it("puts things before acts where a number is typed, acts before things otherwise", () => {
  expect(shape("1")).toEqual([["Stops found", ["stop:1"]]]);
  expect(shape("und").map(([label]) => label)).toEqual(["Commands", "Stops found"]);
});
