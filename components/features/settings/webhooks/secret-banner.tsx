"use client";
import { Copy } from "lucide-react";
import { useCopy } from "@/components/lib/use-copy";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

/** What messages are signed with, shown this once. */
export function SecretBanner({ secret, onDismiss }: { secret: string; onDismiss: () => void }) {
  const t = useWords("settingsWebhooks");
  const copy = useCopy();
  return (
    <Banner tone="warn" title={t("secretOnce")} onDismiss={onDismiss}>
      <p>{t("secretAbout")}</p>
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <output aria-label={t("secret")} className="min-w-0 select-all break-all font-mono text-sm">
          {secret}
        </output>
        <Button size="sm" icon={<Copy />} onClick={() => void copy(secret, t("secret"))}>
          {t("copy")}
        </Button>
      </div>
    </Banner>
  );
}
