"use client";
import { Plus, Upload } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";

export type FleetActionsProps = {
  mayEdit: boolean;
  addLabel: string;
  onAdd: () => void;
  onImport: () => void;
  /** How what is there leaves as a file. */
  exporter?: ReactNode;
  /** Where nothing is there yet a file is the quicker way. */
  isEmpty?: boolean;
};

/** How a fleet leaves and grows: as a file, from a file, or one by one. Those who may not change it may take it along. */
export function FleetActions({ mayEdit, addLabel, onAdd, onImport, exporter, isEmpty = false }: FleetActionsProps) {
  const t = useWords("fleet");
  if (!mayEdit) return exporter;
  return (
    <>
      {exporter}
      <Button variant={isEmpty ? "primary" : "secondary"} icon={<Upload />} onClick={onImport}>
        {t("importFleet")}
      </Button>
      <Button variant={isEmpty ? "secondary" : "primary"} icon={<Plus />} onClick={onAdd}>
        {addLabel}
      </Button>
    </>
  );
}
