"use client";
import { MapPinned, Plus, Upload } from "lucide-react";
import Link from "next/link";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { PageHeader } from "@/components/ui/page-header";

export type OrdersHeaderProps = { projectId: string; total: number | null; doubtful: number; onNew: () => void };

/** The page's name, how many there are, and the ways in. */
export function OrdersHeader({ projectId, total, doubtful, onNew }: OrdersHeaderProps) {
  const common = useWords("common");
  const t = useWords("orders");
  const mayWrite = useMay("order.write");
  const query = `?project=${projectId}`;
  return (
    <PageHeader
      title={t("title")}
      meta={total === null ? undefined : common("orders", { count: total })}
      actions={
        <>
          <Link href={`/orders/addresses${query}`} className={buttonClass({ variant: "ghost" })}>
            <MapPinned aria-hidden="true" className="size-4" />
            {t("addresses")}
            {doubtful > 0 ? <Badge tone="warn">{t.format.count(doubtful)}</Badge> : null}
          </Link>
          {mayWrite ? (
            <>
              <Link href={`/orders/import${query}`} className={buttonClass()}>
                <Upload aria-hidden="true" className="size-4" />
                {t("import")}
              </Link>
              <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={onNew}>
                <span className="inline-flex items-center gap-2">
                  {t("newOrder")}
                  <KeyboardHint keys="N" className="hidden sm:inline-flex pointer-coarse:hidden" />
                </span>
              </Button>
            </>
          ) : null}
        </>
      }
    />
  );
}
