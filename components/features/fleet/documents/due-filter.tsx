"use client";
import { FileClock } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Chip } from "@/components/ui/chip";

export type DueFilterProps = { count: number; isOn: boolean; onChange: (isOn: boolean) => void };

/** Shows only those whose documents have expired or soon will; nothing where there are none. */
export function DueFilter({ count, isOn, onChange }: DueFilterProps) {
  const t = useWords("fleet");
  if (count === 0 && !isOn) return null;
  return (
    <Chip icon={<FileClock aria-hidden="true" />} selected={isOn} onClick={() => onChange(!isOn)}>
      {t("documents.due", { count })}
    </Chip>
  );
}
