"use client";
import { MapPinned, Plus, Upload } from "lucide-react";
import Link from "next/link";
import { formatCount } from "@/components/lib/format";
import { useMay } from "@/components/lib/viewer-permissions";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { PageHeader } from "@/components/ui/page-header";

export type OrdersHeaderProps = { projectId: string; total: number | null; doubtful: number; onNew: () => void };

/** The page's name, how many there are, and the ways in. */
export function OrdersHeader({ projectId, total, doubtful, onNew }: OrdersHeaderProps) {
  const mayWrite = useMay("order.write");
  const query = `?project=${projectId}`;
  return (
    <PageHeader
      title="Orders"
      meta={total === null ? undefined : `${formatCount(total)} ${total === 1 ? "order" : "orders"}`}
      actions={
        <>
          <Link href={`/orders/addresses${query}`} className={buttonClass({ variant: "ghost" })}>
            <MapPinned aria-hidden="true" className="size-4" />
            Addresses
            {doubtful > 0 ? <Badge tone="warn">{formatCount(doubtful)}</Badge> : null}
          </Link>
          {mayWrite ? (
            <>
              <Link href={`/orders/import${query}`} className={buttonClass()}>
                <Upload aria-hidden="true" className="size-4" />
                Import
              </Link>
              <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={onNew}>
                <span className="inline-flex items-center gap-2">
                  New order
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
