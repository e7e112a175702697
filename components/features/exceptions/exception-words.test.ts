import { describe, expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { boardAddress, type Exception, sayException, saySpan } from "./exception-words";

const t = wordsFor("exceptions");
const exception = (over: Partial<Exception>) =>
  ({ type: "late", details: {}, notes: [], timeZone: "Europe/Madrid", date: "2026-03-02", ...over }) as Exception;

describe("an exception in words", () => {
  test("lateness counts its stops, a failure its attempts and why", () => {
    expect(sayException(t, exception({ details: { visitIds: ["a", "b"], minutes: 14 } }))).toBe(
      "2 stops late, the worst by 14 min",
    );
    const details = { attempts: 2, maxAttempts: 3, reason: "nobody-home" };
    expect(sayException(t, exception({ type: "failed-stop", details }))).toBe("Attempt 2 of 3 failed: nobody home");
    expect(sayException(t, exception({ type: "problem", details: { kind: "vehicle", note: "flat tyre" } }))).toBe(
      "Trouble with the vehicle: flat tyre",
    );
    expect(sayException(t, exception({ type: "problem", details: { kind: "never heard of" } }))).toBe("Something else");
  });

  test("its timer counts seconds at the end only", () => {
    expect([5_000, -272_000, 11 * 60_000, 150 * 60_000].map((ms) => saySpan(t, ms))).toEqual([
      "0:05",
      "4:32",
      "11 min",
      "2 h 30 min",
    ]);
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
