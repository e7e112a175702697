import { describe, expect, test } from "vitest";
import { actOf, completeOf, keptOf, sheetOf, stopOf, visitOf } from "../testing/sheet";
import { dayOf } from "./day-of";

const sheet = sheetOf(stopOf("a"), stopOf("b"), stopOf("c"));
const moved = { reason: "not-on-route", message: "", movedToRoute: 7, isSaidAgain: false };

describe("a driver's day", () => {
  test("goes from the offer to the check-out, by the server's acts and the device's own alike", () => {
    const known = [actOf(1, { type: "accept" }), actOf(2, { type: "start-route" }), actOf(3, completeOf("a"))];
    expect(dayOf(sheet, [], []).phase).toBe("offered");
    expect(dayOf(sheet, known.slice(0, 1), []).phase).toBe("accepted");
    const day = dayOf(sheet, known, [keptOf(4, completeOf("b"))]);
    expect([day.phase, day.servedCount, day.next?.key]).toEqual(["started", 2, visitOf("c")]);
    const served = [keptOf(4, completeOf("b")), keptOf(5, completeOf("c"))];
    expect(dayOf(sheet, known, served).phase).toBe("served");
    expect(dayOf(sheet, known, [...served, keptOf(6, { type: "finish-route" })]).phase).toBe("finished");
  });

  test("counts an act once that the server has and the device has not yet crossed off", () => {
    const made = keptOf(3, { type: "break-start" });
    const day = dayOf(sheet, [made.act], [made]);
    expect(day.run.breaks).toHaveLength(1);
  });

  test("does not count what was refused", () => {
    const day = dayOf(sheet, [], [keptOf(2, { type: "start-route" }), keptOf(3, completeOf("a"), moved)]);
    expect([day.servedCount, day.next?.key]).toEqual([0, visitOf("a")]);
  });

  test("leads to the door the driver stands at, then to the one he heads for", () => {
    const heading = keptOf(3, { type: "depart", visitId: visitOf("c") });
    const standing = keptOf(4, { type: "arrive", visitId: visitOf("b") });
    expect(dayOf(sheet, [], [heading]).next?.key).toBe(visitOf("c"));
    expect(dayOf(sheet, [], [heading, standing]).next?.key).toBe(visitOf("b"));
  });

  test("puts the device's times right where its clock is behind, so that what is new counts as new", () => {
    const began = actOf(60, { type: "break-start" });
    const ended = keptOf(10, { type: "break-end" });
    expect(dayOf(sheet, [began], [ended]).onBreakSinceMs).not.toBeNull();
    expect(dayOf(sheet, [began], [ended], 3600).onBreakSinceMs).toBeNull();
  });
});
