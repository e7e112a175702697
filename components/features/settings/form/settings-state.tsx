"use client";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";

/** Where settings will stand once they are read. */
export function SettingsLoading() {
  return (
    <div aria-busy="true" className="flex flex-col gap-5">
      <Skeleton className="h-80 w-full rounded-lg" />
      <Skeleton className="h-48 w-full rounded-lg" />
    </div>
  );
}

/** Why settings cannot be read: refused, or nobody answers. */
export function SettingsUnreadable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const common = useWords("common");
  const t = useWords("settingsForm");
  const refusalOf = useRefusalOf();
  return (
    <Banner
      tone="error"
      title={t("unreadable")}
      actions={
        <Button size="sm" onClick={onRetry}>
          {common("tryAgain")}
        </Button>
      }
    >
      {refusalOf(error).message}
    </Banner>
  );
}
