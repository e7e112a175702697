"use client";
import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { LogFault, LogVerdict } from "@/server/domain/event/log-verdict";

/** Has the whole log read and every hash worked out anew, when somebody asks for it. */
export function useLogCheck() {
  const trpc = useTRPC();
  const [isAsked, setAsked] = useState(false);
  const check = useQuery(trpc.event.verify.queryOptions(undefined, { enabled: isAsked, gcTime: 0, retry: false }));
  return {
    verdict: check.isFetching ? undefined : check.data,
    error: check.isFetching ? null : check.error,
    isChecking: check.isFetching,
    ask: () => (isAsked ? void check.refetch() : setAsked(true)),
  };
}

export type LogCheck = ReturnType<typeof useLogCheck>;

export function LogCheckButton({ check }: { check: LogCheck }) {
  const t = useWords("activity");
  return (
    <Button size="sm" icon={<ShieldCheck />} loading={check.isChecking} onClick={check.ask}>
      {t("check")}
    </Button>
  );
}

/** What the examination came to; nothing before one. */
export function LogCheckResult({ check: { verdict, error } }: { check: LogCheck }) {
  const t = useWords("activity");
  const refusalOf = useRefusalOf();
  if (error) {
    return (
      <Banner tone="error" title={t("checkFailed")}>
        {refusalOf(error).message}
      </Banner>
    );
  }
  if (!verdict) return null;
  return verdict.faultCount === 0 ? <WholeLog verdict={verdict} /> : <TamperedLog verdict={verdict} />;
}

function WholeLog({ verdict: { entries, lastSeq, lastHash, sealedSeq } }: { verdict: LogVerdict }) {
  const t = useWords("activity");
  return (
    <Banner tone="ok" title={t("whole")}>
      {t.rich("wholeAbout", {
        count: entries,
        seq: String(lastSeq),
        hash: lastHash,
        code: (words) => <span className="select-all break-all font-mono text-sm">{words}</span>,
      })}{" "}
      {sealedSeq > 0 ? t("sealed", { seq: String(sealedSeq) }) : t("unsealed")}
    </Banner>
  );
}

function TamperedLog({ verdict: { faultCount, faults } }: { verdict: LogVerdict }) {
  const t = useWords("activity");
  const say = ({ kind, seq, toSeq = seq }: LogFault) =>
    kind === "missing"
      ? t("fault.missing", { count: toSeq - seq + 1, seq: String(seq), last: String(toSeq) })
      : t(`fault.${kind}`, { seq: String(seq) });
  return (
    <Banner tone="error" title={t("tampered", { count: faultCount })}>
      <ul className="max-h-48 list-disc overflow-y-auto pl-5">
        {faults.map((fault) => (
          <li key={`${fault.kind} ${fault.seq}`}>{say(fault)}</li>
        ))}
      </ul>
      {faultCount > faults.length ? <p>{t("moreFaults", { count: faultCount - faults.length })}</p> : null}
    </Banner>
  );
}
