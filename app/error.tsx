"use client";
import { CloudAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<CloudAlert />}
        title="This page could not be shown"
        actions={
          <>
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
            {error.digest ? (
              <Button onClick={() => void navigator.clipboard.writeText(error.digest ?? "")}>Copy error number</Button>
            ) : null}
          </>
        }
      >
        Nothing you saved is lost.
        {error.digest ? <span className="mt-1 block font-mono text-sm">Error number {error.digest}</span> : null}
      </EmptyState>
    </main>
  );
}
