import { expect, it } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { daySearch, readDate } from "./day-search";

const today = "2026-03-09";
const opened: string[] = [];
const { search } = daySearch(wordsFor("appShell"), today, (date) => opened.push(date));

it.each([
  ["2026-04-01", "2026-04-01"],
  ["9/3", "2026-03-09"],
  ["01.12.2027", "2027-12-01"],
  ["31/2", null],
  ["9", null],
  ["12-5-", null],
])("%j", (text, date) => expect(readDate(text, today)).toBe(date));

it("knows the days around by name, nearest first", () => {
  expect(search("tomorrow").map(({ id }) => id)).toEqual(["day:2026-03-10"]);
  expect(search("friday").map(({ id }) => id)).toEqual(["day:2026-03-06", "day:2026-03-13", "day:2026-03-20"]);
  expect(search("nonsense")).toEqual([]);
});

it("opens the day", () => {
  search("today")[0]!.run();
  expect(opened).toEqual([today]);
});
