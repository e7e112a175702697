"use client";
import { CloudAlert } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const common = useWords("common");
  const t = useWords("pages");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<CloudAlert />}
        title={t("failed")}
        actions={
          <>
            <Button variant="primary" onClick={reset}>
              {common("tryAgain")}
            </Button>
            {error.digest ? (
              <Button onClick={() => void navigator.clipboard.writeText(error.digest ?? "")}>{t("copyError")}</Button>
            ) : null}
          </>
        }
      >
        {t("failedAbout")}
        {error.digest ? (
          <span className="mt-1 block font-mono text-sm">{t("errorNumber", { number: error.digest })}</span>
        ) : null}
      </EmptyState>
    </main>
  );
}
