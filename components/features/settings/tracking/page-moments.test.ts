import { describe, expect, test } from "vitest";
import { DEFAULT_TRACKING_POLICY, trackingPolicySchema } from "@/server/domain/tracking/tracking-policy";
import { PAGE_MOMENTS, pageAt } from "./page-moments";

const english = { language: "en", locale: "en-GB" } as const;
const seen = (policy = DEFAULT_TRACKING_POLICY) =>
  Object.fromEntries(PAGE_MOMENTS.map((moment) => [moment, pageAt(moment, policy, english)]));

describe("the preview of a customer's page", () => {
  test("shows each moment as the default policy has it", () => {
    const page = seen();
    expect(Object.values(page).map(({ lines }) => lines.state)).toEqual([
      "Your delivery is planned",
      "Your delivery is ready to leave",
      "Your delivery is on the way",
      "Your driver is nearby",
      "You are the next stop",
      "Your delivery is on the way",
      "Delivered",
    ]);
    expect(page.late!.lines.lateness).toContain("late");
    expect(Object.values(page).map(({ map }) => map !== null)).toEqual([false, false, false, true, true, false, false]);
    expect(Object.values(page).map(({ driver }) => driver)).toEqual(["", "", "Ida", "Ida", "Ida", "Ida", ""]);
    expect(page.delivered!.acts).toMatchObject({ rate: null, proof: null, reschedule: "too-late" });
    expect(page.planned!.acts).toMatchObject({ reschedule: null, instructions: null });
  });

  test("follows what is edited, and never tells more than the page would", () => {
    const hidden = { isShown: false, stopsBefore: 100, minutesBefore: 720, metersBefore: 100_000 };
    const closed = seen(
      trackingPolicySchema.parse({
        fields: { position: hidden, stopsBefore: hidden, driverName: hidden, vehicle: hidden },
        acts: { mostReschedules: 0 },
      }),
    );
    for (const { map, driver, vehicle, stopsBefore, acts } of Object.values(closed)) {
      expect({ map, driver, vehicle, stopsBefore }).toEqual({ map: null, driver: "", vehicle: "", stopsBefore: null });
      expect(acts.reschedule).not.toBeNull();
    }
    expect(JSON.stringify(closed)).not.toMatch(/Holm|Bruc|12"/);
  });
});
