import { expect, it } from "vitest";
import { localWindowSchema } from "@/server/domain/time/local-window";
import { endsNextDay, readWindow, readWindows, windowDraft } from "./window-draft";

const draft = (from: string, to: string, date = "") => ({ key: "w", date, from, to });

it.each([
  ["08:00", "10:00", 28_800, 36_000],
  ["20:00", "00:00", 72_000, 86_400],
  ["22:00", "02:00", 79_200, 93_600],
])("reads %s–%s", (from, to, fromSeconds, toSeconds) => {
  const read = readWindow(draft(from, to));
  expect(read).toEqual({ ok: true, window: { fromSeconds, toSeconds } });
  expect(read.ok && localWindowSchema.safeParse(read.window).success).toBe(true);
});

it("survives being kept and edited again", () => {
  for (const window of [
    { fromSeconds: 28_800, toSeconds: 36_000, date: "2026-03-09" },
    { fromSeconds: 72_000, toSeconds: 86_400 },
    { fromSeconds: 79_200, toSeconds: 93_600 },
  ]) {
    expect(readWindow(windowDraft(window, "k"))).toEqual({ ok: true, window });
  }
});

it("says when a window runs past midnight, and that midnight itself does not", () => {
  expect(endsNextDay(draft("22:00", "02:00"))).toBe(true);
  expect(endsNextDay(draft("22:00", "00:00"))).toBe(false);
  expect(endsNextDay(draft("08:00", "10:00"))).toBe(false);
  expect(endsNextDay(draft("08:00", ""))).toBe(false);
});

it("refuses what is half written or empty", () => {
  expect(readWindow(draft("", "10:00")).ok).toBe(false);
  expect(readWindow(draft("08:00", "08:00")).ok).toBe(false);
  expect(readWindows([draft("08:00", "10:00"), draft("", "")])).toBeUndefined();
  expect(readWindows([])).toEqual([]);
});
