"use client";
import { CloudAlert } from "lucide-react";
import type { Refusal } from "@/components/lib/refusal";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** The day could not be read: why, again, and what to quote when asking for help. */
export function LoadFailure({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const common = useWords("common");
  const t = useWords("board");
  const { correlationId } = refusal;
  return (
    <div role="alert" className="grid flex-1 place-items-center">
      <EmptyState
        icon={<CloudAlert />}
        title={t("failed")}
        actions={
          <>
            <Button variant="primary" onClick={onRetry}>
              {common("tryAgain")}
            </Button>
            {correlationId ? (
              <Button onClick={() => void navigator.clipboard.writeText(correlationId)}>{t("copyError")}</Button>
            ) : null}
          </>
        }
      >
        {refusal.message}
        {correlationId ? <span className="mt-1 block font-mono text-sm">{correlationId}</span> : null}
      </EmptyState>
    </div>
  );
}
