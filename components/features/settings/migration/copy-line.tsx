"use client";
import { Copy } from "lucide-react";
import { useId } from "react";
import { useCopy } from "@/components/lib/use-copy";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";

/** Something to be put elsewhere exactly as it stands, under what it is called there. */
export function CopyLine({ label, value }: { label: string; value: string }) {
  const t = useWords("settingsMoving");
  const id = useId();
  const copy = useCopy();
  return (
    <div className="flex flex-col gap-1">
      <span id={id} className="font-medium text-sm">
        {label}
      </span>
      <div className="flex items-start gap-1.5 rounded-md border border-line bg-canvas py-1 pr-1 pl-2.5">
        <output aria-labelledby={id} className="min-w-0 flex-1 select-all break-all py-1 font-mono text-sm">
          {value}
        </output>
        <IconButton
          label={t("copy", { what: label })}
          icon={<Copy />}
          size="sm"
          onClick={() => void copy(value, label)}
        />
      </div>
    </div>
  );
}
