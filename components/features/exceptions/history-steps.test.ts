import { describe, expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { historySteps, type LoggedStep, sayStep } from "./history-steps";

const words = { t: wordsFor("exceptions"), facts: wordsFor("exceptionFacts"), zone: "Europe/Madrid" };
const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 15, minute));
const entry = (seq: number, over: Partial<LoggedStep> = {}): LoggedStep => ({
  seq,
  type: "exception.changed",
  actorKind: "user",
  actorLabel: "Olga Owner",
  occurredAt: at(seq),
  data: { severity: "medium" },
  ...over,
});
const log = [
  entry(1, { type: "exception.raised", actorKind: "system", actorLabel: "Dray" }),
  entry(2, { data: { act: "acknowledge", severity: "medium", owner: "Olga Owner" } }),
  entry(3, { data: { act: "escalate", severity: "high", owner: "Paul Perez" } }),
  entry(4, { data: { act: "snooze", until: "2026-03-02T16:30:00Z" } }),
  entry(5, { actorKind: "system", data: { severity: "critical" } }),
  entry(6, { type: "exception.resolved", actorKind: "system", data: {} }),
].reverse();

describe("the history of an exception", () => {
  test("says who did what, newest first, and what happened by itself", () => {
    const steps = historySteps(log, []);
    expect(steps.map((step) => `${sayStep(words, step)}${step.by ? `, ${step.by}` : ""}`)).toEqual([
      "Resolved by itself",
      "Became graver: Critical",
      "Snoozed until 17:30, Olga Owner",
      "Escalated to Paul Perez: High, Olga Owner",
      "Acknowledged, Olga Owner",
      "Raised: Medium",
    ]);
  });

  test("a note stands with the act it was written with; one without any stands by itself", () => {
    const notes = [
      { at: at(3).toISOString(), by: "Olga Owner", text: "no answer" },
      { at: at(9).toISOString(), by: "Paul Perez", text: "on it" },
    ];
    const steps = historySteps(log, notes);
    expect(steps[0]).toMatchObject({ what: "note", by: "Paul Perez", note: "on it" });
    expect(steps.find(({ what }) => what === "escalate")?.note).toBe("no answer");
    expect(steps.filter(({ note }) => note !== "")).toHaveLength(2);
  });
});
