import { describe, expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { boardAddress, isSnoozed } from "./exception-state";
import { type Exception, sayException, saySpan } from "./exception-words";

const t = wordsFor("exceptionFacts");
const words = { facts: t, outcomes: wordsFor("outcomes") };
const exception = (over: Partial<Exception>) =>
  ({ type: "late", details: {}, notes: [], timeZone: "Europe/Madrid", date: "2026-03-02", ...over }) as Exception;

describe("an exception in words", () => {
  test("lateness counts its stops, a failure its attempts and why", () => {
    expect(sayException(words, exception({ details: { visitIds: ["a", "b"], minutes: 14 } }))).toBe(
      "2 stops late, the worst by 14 min",
    );
    const late = { visitIds: ["a"], promised: "2026-03-02T15:40:00Z", expected: "2026-03-02T16:25:00Z" };
    expect(sayException(words, exception({ details: late }))).toBe("1 stop late: 16:40 promised, 17:25 expected");
    const details = { attempts: 2, maxAttempts: 3, reason: "nobody-home" };
    expect(sayException(words, exception({ type: "failed-stop", details }))).toBe(
      "Attempt 2 of 3 failed · Nobody there",
    );
    expect(sayException(words, exception({ type: "problem", details: { kind: "vehicle", note: "flat tyre" } }))).toBe(
      "Trouble with the vehicle: flat tyre",
    );
    expect(sayException(words, exception({ type: "problem", details: { kind: "never heard of" } }))).toBe(
      "Something else",
    );
  });

  test("its timer counts seconds at the end only", () => {
    expect(
      [5_000, -272_000, 11 * 60_000, 150 * 60_000, 180 * 60_000, 60 * 3_600_000].map((ms) => saySpan(t, ms)),
    ).toEqual(["0:05", "4:32", "11 min", "2 h 30 min", "3 h", "2 days"]);
  });

  test("is out of sight until its time, if it stands", () => {
    const asleep = { snoozedUntilMs: 2_000, status: "open" as const };
    expect([1_999, 2_000].map((nowMs) => isSnoozed(asleep, nowMs))).toEqual([true, false]);
    expect(isSnoozed({ ...asleep, status: "resolved" }, 0)).toBe(false);
  });

  test("opens the stop it is about, else its route, on the day's board", () => {
    expect(boardAddress(exception({ visitId: "v1", projectId: "p1" }))).toBe(
      "/plan/2026-03-02?mode=live&project=p1&focus=stop%3Av1",
    );
    expect(boardAddress(exception({ visitId: null, routeId: "r1", projectId: null }))).toBe(
      "/plan/2026-03-02?mode=live&focus=route%3Ar1",
    );
    expect(boardAddress(exception({ date: null }))).toBeNull();
  });
});
