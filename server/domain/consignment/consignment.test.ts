import { expect, test } from "vitest";
import { consignmentProgress } from "./consignment";
import { urgentFirst } from "./door-sequence";

test("a consignment is as far as its deliveries: over when all are, whatever became of them", () => {
  expect(consignmentProgress(["requested", "scheduled"])).toBe("waiting");
  expect(consignmentProgress(["assigned", "requested"])).toBe("assigned");
  expect(consignmentProgress(["enroute", "assigned"])).toBe("under-way");
  expect(consignmentProgress(["delivered", "assigned"])).toBe("under-way");
  expect(consignmentProgress(["delivered", "failed", "cancelled", "returned"])).toBe("over");
});

test("of doors at one place the more urgent come first; the first and the last of all stay", () => {
  const door = (id: string, lat: number, priority: "low" | "normal" | "high" = "normal") => ({
    id,
    position: { lat, lng: 1 },
    priority,
  });
  const doors = [door("a", 1, "low"), door("b", 1, "low"), door("c", 1, "high"), door("d", 2, "high"), door("e", 2)];
  expect(urgentFirst(doors).map(({ id }) => id)).toEqual(["a", "c", "b", "d", "e"]);
  expect(urgentFirst([]).length).toBe(0);
});
