"use client";
import { Package, SearchX, Upload, Warehouse } from "lucide-react";
import Link from "next/link";
import { useMay } from "@/components/lib/viewer-permissions";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

/** No project yet: nothing can come in before there is one. */
export function NoProject() {
  const maySetUp = useMay("settings.write");
  return (
    <EmptyState
      icon={<Warehouse />}
      title="Set up a project first"
      className="flex-1"
      actions={
        maySetUp ? (
          <Link href="/settings" className={buttonClass({ variant: "primary" })}>
            Set up a project
          </Link>
        ) : undefined
      }
    >
      {maySetUp
        ? "A project is a branch or depot group. It says in which time zone and country orders are read, and in which units."
        : "Ask an owner or admin of your organization to set one up. Orders belong to a project."}
    </EmptyState>
  );
}

/** A project without a single order. */
export function NoOrders({ onNew }: { onNew: () => void }) {
  const mayWrite = useMay("order.write");
  return (
    <EmptyState
      icon={<Package />}
      title="No orders yet"
      actions={
        mayWrite ? (
          <>
            <Link href="/orders/import" className={buttonClass({ variant: "primary" })}>
              <Upload aria-hidden="true" className="size-4" />
              Import a file
            </Link>
            <Button onClick={onNew}>New order</Button>
          </>
        ) : undefined
      }
    >
      Import a CSV or Excel file; a sample to try it with is there too. Or write a single order.
    </EmptyState>
  );
}

/** The filter finds nothing. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState icon={<SearchX />} title="No order matches" actions={<Button onClick={onClear}>Clear filters</Button>}>
      Change the search or the filters to see more.
    </EmptyState>
  );
}
