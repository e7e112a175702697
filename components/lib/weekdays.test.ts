import { expect, test } from "vitest";
import { weekdayRanges } from "./weekdays";

test("weekdays are said as ranges", () => {
  expect(weekdayRanges("en-GB", [1, 2, 3, 4, 5])).toBe("Mon–Fri");
  expect(weekdayRanges("en-GB", [7, 1, 2, 4, 5, 6])).toBe("Mon, Tue, Thu–Sun");
  expect(weekdayRanges("es-ES", [6, 7])).toBe("sáb, dom");
});
