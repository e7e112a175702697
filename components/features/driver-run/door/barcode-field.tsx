"use client";
import { ScanBarcode } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { canScan, ScannerView } from "../capture/scanner-view";
import { BigButton } from "../parts/big-button";

export interface BarcodeFieldProps {
  readonly label: string;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** A code, read by the camera where the phone can, typed otherwise. */
export function BarcodeField({ label, required, error, value, onChange }: BarcodeFieldProps) {
  const t = useWords("driverRun");
  const [isScanning, setScanning] = useState(false);
  return (
    <div className="flex items-end gap-2">
      <TextField
        className="flex-1"
        label={label}
        required={required}
        error={error}
        value={value}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {canScan() ? (
        <>
          <BigButton icon={<ScanBarcode />} className="min-h-12!" onClick={() => setScanning(true)}>
            {t("scan")}
          </BigButton>
          <Dialog open={isScanning} onOpenChange={setScanning} title={t("scanTitle")} description={label}>
            <ScannerView
              onFound={(code) => {
                onChange(code);
                setScanning(false);
              }}
            />
          </Dialog>
        </>
      ) : null}
    </div>
  );
}
