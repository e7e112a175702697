import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localWindowSchema } from "@/server/domain/time/local-window";
import { parseCellWindows } from "./parse-cell-windows";
import { formatTimeOfDay } from "./parse-time-of-day";

const windowsOf = (text: string) => {
  const result = parseCellWindows(text);
  if (!result.ok) return result.code;
  for (const window of result.value) localWindowSchema.parse(window);
  return result.value
    .map(
      (window) =>
        `${window.date ? `${window.date} ` : ""}${formatTimeOfDay(window.fromSeconds)}-${formatTimeOfDay(window.toSeconds)}`,
    )
    .join(" ");
};

describe("time windows", () => {
  it.each([
    ["08:00-10:00", "08:00-10:00"],
    ["08:00-10:00;16:00-20:00", "08:00-10:00 16:00-20:00"],
    ["08:00-10:00, 16:00-20:00", "08:00-10:00 16:00-20:00"],
    ["08:00 – 10:00 | 16:00 — 20:00", "08:00-10:00 16:00-20:00"],
    ["08:00-10:00 and 16:00-20:00", "08:00-10:00 16:00-20:00"],
    ["8-10", "08:00-10:00"],
    ["8.30-10.15", "08:30-10:15"],
    ["0800-1030", "08:00-10:30"],
    ["8h30 à 10h", "08:30-10:00"],
    ["8h-10h", "08:00-10:00"],
    ["08:00 to 10:00", "08:00-10:00"],
    ["von 8 bis 10 Uhr", "08:00-10:00"],
    ["kl. 8 til 10", "08:00-10:00"],
    ["de 9:00 a 11:00", "09:00-11:00"],
    ["between 8 and 10", "08:00-10:00"],
    ["entre 8h et 10h; zwischen 14 und 16 Uhr", "08:00-10:00 14:00-16:00"],
    ["8am-10am", "08:00-10:00"],
    ["8 am - 1 pm", "08:00-13:00"],
    ["2-4 pm", "14:00-16:00"],
    ["11-1pm", "11:00-13:00"],
    ["12am-12pm", "00:00-12:00"],
    ["09:00:00-10:00:00", "09:00-10:00"],
    ["00:00-24:00", "00:00-24:00"],
    ["by 12:00", "00:00-12:00"],
    ["before noon", "00:00-12:00"],
    ["bis 12 Uhr", "00:00-12:00"],
    ["avant 12h", "00:00-12:00"],
    ["inden kl. 12", "00:00-12:00"],
    ["after 14:00", "14:00-24:00"],
    ["ab 14 Uhr", "14:00-24:00"],
    ["any time", ""],
    ["Hele dagen", ""],
    ["2026-11-21 08:00-10:00", "2026-11-21 08:00-10:00"],
    ["2026-11-21T08:00-10:00; 2026-11-22 09:00-11:00", "2026-11-21 08:00-10:00 2026-11-22 09:00-11:00"],
    ["22:00-02:00", "22:00-26:00"],
    ["18:00-09:00", "window_backwards"],
    ["10:00-10:00", "window_backwards"],
    ["12:00-08:00", "window_backwards"],
    ["12:00", "window_open"],
    ["25:00-26:00", "bad_time"],
    ["08:60-10:00", "bad_time"],
    ["13pm-2pm", "bad_time"],
    ["2026-02-30 08:00-10:00", "bad_date"],
    ["08:00-10:00-12:00", "bad_time"],
    ["morning", "bad_time"],
    ["-", "bad_time"],
    [Array.from({ length: 11 }, () => "08:00-10:00").join(";"), "too_many_windows"],
  ])("reads %s as %s", (text, expected) => {
    expect(windowsOf(text)).toBe(expected);
  });

  it("says that a night was read as one", () => {
    expect(parseCellWindows("22:00-02:00")).toMatchObject({ warning: { code: "overnight_window" } });
  });

  it("names the time that is none and the window that runs backwards", () => {
    expect(parseCellWindows("25:00-26:00")).toMatchObject({
      message: expect.stringContaining("“25:00” is not a time of day"),
    });
    expect(parseCellWindows("18:00-09:00")).toMatchObject({
      message: expect.stringContaining("18:00-09:00 ends before it begins"),
    });
  });

  it("reads back whatever it could have been given, in any of its notations", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const window = fc.tuple(minute, minute).filter(([from, to]) => from < to);
    const clock = (minutes: number) => formatTimeOfDay(minutes * 60);
    fc.assert(
      fc.property(
        fc.array(window, { minLength: 1, maxLength: 10 }),
        fc.constantFrom("-", " - ", "–", " to ", " bis ", "→"),
        fc.constantFrom(";", "; ", " | ", "\n"),
        (windows, dash, mark) => {
          const text = windows.map(([from, to]) => clock(from) + dash + clock(to)).join(mark);
          expect(parseCellWindows(text)).toMatchObject({
            ok: true,
            value: windows.map(([from, to]) => ({ fromSeconds: from * 60, toSeconds: to * 60 })),
          });
        },
      ),
    );
  });

  it("never throws and never makes a window the schema refuses", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9:;apm -]{0,24}$/)), (text) => {
        const result = parseCellWindows(text.trim());
        if (result.ok)
          for (const window of result.value) expect(localWindowSchema.safeParse(window).success).toBe(true);
      }),
    );
  });
});
