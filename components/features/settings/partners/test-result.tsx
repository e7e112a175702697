"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import type { ConnectionTest } from "@/server/domain/partner/connection";
import { faultText, testTime, testTitle } from "./partner-words";

const TONES = { ok: "ok", failed: "error", skipped: "info" } as const;

/** How a partner answered when it was tried, and what is wrong where it did not. */
export function TestResult({ test }: { test: ConnectionTest }) {
  const t = useWords("settingsPartners");
  const fault = faultText(t, test);
  return (
    <Banner tone={fault && test.outcome === "skipped" ? "warn" : TONES[test.outcome]} title={testTitle(t, test)}>
      {fault ? <p>{fault}</p> : null}
      <p className="text-ink-muted text-sm">{testTime(t, test)}</p>
    </Banner>
  );
}
