import { expect, it } from "vitest";
import type { Command } from "@/components/lib/commands";
import { matchScore, queryWords, rankCommands } from "@/components/lib/rank-commands";

function command(id: string, label: string, more: Partial<Command> = {}): Command {
  return { id, label, enabled: true, run: () => {}, ...more };
}

const commands = [
  command("unlock", "Unlock from driver"),
  command("lock", "Lock to driver"),
  command("lock-off", "Lock route", { enabled: false }),
  command("drivers", "Drivers", { keywords: "people staff" }),
  command("bcn", "Àngel Guimerà 4"),
];
const ids = (query: string, recent?: string[]) => rankCommands(commands, queryWords(query), recent).map(({ id }) => id);

it("wants every word, whatever its accents and order", () => {
  expect(ids("angel guimera")).toEqual(["bcn"]);
  expect(ids("driver lock")).toEqual(["lock", "unlock"]);
  expect(ids("lock nowhere")).toEqual([]);
});

it("puts what begins with the word first, and what cannot run last", () => {
  expect(ids("lock")).toEqual(["lock", "unlock", "lock-off"]);
});

it("finds by words that are not shown, behind labels", () => {
  expect(ids("staff")).toEqual(["drivers"]);
});

it("puts what was used last ahead of its equals", () => {
  const equal = [command("a", "Route 1"), command("b", "Route 2")];
  expect(rankCommands(equal, ["route"], ["b"]).map(({ id }) => id)).toEqual(["b", "a"]);
});

it("finds nothing of no words", () => {
  expect(matchScore("anything", [])).toBe(0);
});
