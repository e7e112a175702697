import { expect, it } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { bulkEditSchema } from "@/server/domain/order/bulk-edit";
import { bulkEditOf, describeBulkEdit, emptyBulkEdit, minutesToSeconds } from "./bulk-edit-state";

const nothing = emptyBulkEdit("2026-03-09");
const all = {
  ...nothing,
  on: {
    serviceDate: true,
    priority: true,
    windows: true,
    service: true,
    addTags: true,
    removeTags: true,
    skills: true,
    notify: true,
  },
  windows: [{ key: "w", date: "", from: "08:00", to: "10:00" }],
  serviceMinutes: "4,5",
  addTags: ["vip"],
  removeTags: ["late"],
  skills: ["cold"],
  notify: "sms" as const,
};

it("changes nothing that is not switched on", () => {
  expect(bulkEditOf(nothing)).toBeUndefined();
});

it("makes an edit the service takes", () => {
  const edit = bulkEditOf(all);
  expect(bulkEditSchema.safeParse(edit).success).toBe(true);
  expect(edit).toEqual({
    serviceDate: "2026-03-09",
    priority: "high",
    windows: [{ fromSeconds: 28_800, toSeconds: 36_000 }],
    serviceSeconds: 270,
    addTags: ["vip"],
    removeTags: ["late"],
    skills: ["cold"],
    notificationPreference: "sms",
  });
});

it("takes the day off when the day is empty", () => {
  const edit = bulkEditOf({ ...nothing, on: { ...nothing.on, serviceDate: true }, serviceDate: "" });
  expect(edit).toEqual({ serviceDate: null });
  expect(describeBulkEdit(wordsFor("orders"), edit!)).toEqual(["The day is taken off"]);
});

it("does nothing while the minutes make no sense", () => {
  expect(bulkEditOf({ ...all, serviceMinutes: "soon" })).toBeUndefined();
  expect(minutesToSeconds("721")).toBeUndefined();
  expect(minutesToSeconds("-1")).toBeUndefined();
  expect(minutesToSeconds("")).toBeUndefined();
  expect(minutesToSeconds("0")).toBe(0);
});

it("says every effect in words", () => {
  expect(describeBulkEdit(wordsFor("orders"), bulkEditOf(all)!)).toEqual(
    [
      "Day becomes Mon, 9 Mar 2026",
      "Priority becomes high",
      "Windows become 08:00–10:00",
      "Time at the door becomes 4.5 min",
      "Tagged vip",
      "No longer tagged late",
      "Skills become cold",
      "Customers are written by SMS",
    ].map((line) => (line.startsWith("Day") ? expect.stringMatching(/^Day becomes Mon.*2026$/) : line)),
  );
});
