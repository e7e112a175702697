"use client";
import { CloudAlert } from "lucide-react";
import type { Refusal } from "@/components/lib/refusal";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** The day could not be read: why, again, and what to quote when asking for help. */
export function LoadFailure({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const { correlationId } = refusal;
  return (
    <div role="alert" className="grid flex-1 place-items-center">
      <EmptyState
        icon={<CloudAlert />}
        title="The plan could not be opened"
        actions={
          <>
            <Button variant="primary" onClick={onRetry}>
              Try again
            </Button>
            {correlationId ? (
              <Button onClick={() => void navigator.clipboard.writeText(correlationId)}>Copy error number</Button>
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
