import { expect, test } from "vitest";
import { addedUp, trendCsv } from "./trend-figures";

const row = (partnerId: string, bucket: string, answered: number, meanAnswerSeconds: number | null) => ({
  partnerId,
  bucket,
  deliveries: 4,
  delivered: 3,
  failed: 1,
  promised: 3,
  onTime: 2,
  missedPickups: 1,
  meanSeconds: null,
  decided: 5,
  accepted: 4,
  answered,
  meanAnswerSeconds,
});

test("counts add up, and a mean of answers weighs each by how many there were", () => {
  const figures = addedUp([row("a", "1", 3, 10), row("a", "2", 1, 50), row("a", "3", 0, null)]);
  expect(figures).toMatchObject({ deliveries: 12, onTime: 6, missedPickups: 3, answered: 4, meanAnswerSeconds: 20 });
  expect(addedUp([])).toMatchObject({ deliveries: 0, meanAnswerSeconds: null });
});

test("a spreadsheet has a line for each partner and stretch, also where nothing was", () => {
  const partner = { id: "a", name: "Swift, Ltd", type: "3pl" as const, status: "active" as const, sla: {} };
  const trend = {
    fromDate: "2026-03-01",
    toDate: "2026-03-02",
    unit: "day" as const,
    buckets: ["2026-03-01", "2026-03-02"],
    partners: [partner],
    rows: [row("a", "2026-03-02", 1, 2.25)],
  };
  const [, empty, full] = trendCsv(trend).split(/\r?\n/);
  expect(empty).toBe('"Swift, Ltd",2026-03-01,0,0,0,0,0,0,0,0,0,');
  expect(full).toBe('"Swift, Ltd",2026-03-02,4,3,1,3,2,1,5,4,1,2.3');
});
