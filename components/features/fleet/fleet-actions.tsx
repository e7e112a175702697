"use client";
import { Plus, Upload } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";

export type FleetActionsProps = {
  mayEdit: boolean;
  addLabel: string;
  onAdd: () => void;
  onImport: () => void;
  /** Where nothing is there yet a file is the quicker way. */
  isEmpty?: boolean;
};

/** How a fleet grows: from a file, or one by one. Nothing for those who may not. */
export function FleetActions({ mayEdit, addLabel, onAdd, onImport, isEmpty = false }: FleetActionsProps) {
  const t = useWords("fleet");
  if (!mayEdit) return null;
  return (
    <>
      <Button variant={isEmpty ? "primary" : "secondary"} icon={<Upload />} onClick={onImport}>
        {t("importFleet")}
      </Button>
      <Button variant={isEmpty ? "secondary" : "primary"} icon={<Plus />} onClick={onAdd}>
        {addLabel}
      </Button>
    </>
  );
}
