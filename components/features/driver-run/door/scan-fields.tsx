"use client";
import { ScanBarcode } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import type { SheetStop, SheetTask } from "@/server/domain/plan/route-sheet";
import { canScan, ScannerView } from "../capture/scanner-view";
import { scanKey } from "../day/check-door";
import { BigButton } from "../parts/big-button";
import { stopName } from "../parts/stop-words";
import type { DoorForm } from "./use-door-form";

export interface ScanFieldsProps {
  readonly task: SheetTask;
  readonly index: number;
  /** The orders whose codes are wanted. */
  readonly stops: readonly SheetStop[];
  readonly form: DoorForm;
  readonly error: string | undefined;
}

/**
 * A code of each order, read by the camera where the phone can, typed otherwise. With several orders the camera stays open
 * until it has seen them all; what it has read before it does not read again.
 */
export function ScanFields({ task, index, stops, form, error }: ScanFieldsProps) {
  const t = useWords("driverRun");
  // By id: the route may be read anew meanwhile, and its stops are other objects then.
  const [scannedId, setScannedId] = useState<string | null>(null);
  const scanned = stops.find(({ visitId }) => visitId === scannedId);
  const { scans } = form.values;
  const codeOf = ({ visitId }: SheetStop) => scans[scanKey(index, visitId)] ?? "";
  const set = ({ visitId }: SheetStop, code: string) =>
    form.change({ scans: { ...form.values.scans, [scanKey(index, visitId)]: code } });
  const labelOf = (stop: SheetStop) =>
    stops.length > 1 ? t("scanOf", { label: task.label, order: stop.externalId || stopName(t, stop) }) : task.label;
  const found = (stop: SheetStop, code: string) => {
    set(stop, code);
    const next = stops.find((each) => each.visitId !== stop.visitId && !codeOf(each));
    setScannedId(next?.visitId ?? null);
  };
  return (
    <>
      {stops.map((stop) => (
        <div key={stop.visitId} className="flex items-start gap-2">
          <TextField
            className="flex-1"
            label={labelOf(stop)}
            required={task.required}
            error={codeOf(stop) ? undefined : error}
            value={codeOf(stop)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(event) => set(stop, event.currentTarget.value)}
          />
          {canScan() ? (
            <BigButton
              icon={<ScanBarcode />}
              className="mt-6 min-h-12!"
              label={t("scanOf", { label: t("scan"), order: labelOf(stop) })}
              onClick={() => setScannedId(stop.visitId)}
            >
              {t("scan")}
            </BigButton>
          ) : null}
        </div>
      ))}
      <Dialog
        open={scanned !== undefined}
        onOpenChange={(isOpen) => !isOpen && setScannedId(null)}
        title={t("scanTitle")}
        description={scanned ? labelOf(scanned) : null}
      >
        {scanned ? (
          <ScannerView
            known={stops.map(codeOf)}
            onFound={(code) => found(scanned, code)}
            onType={() => setScannedId(null)}
          />
        ) : null}
      </Dialog>
    </>
  );
}
