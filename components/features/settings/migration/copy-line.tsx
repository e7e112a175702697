"use client";
import { Copy, Eye, EyeOff } from "lucide-react";
import { useId, useState } from "react";
import { useCopy } from "@/components/lib/use-copy";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";

export type CopyLineProps = {
  label: string;
  value: string;
  /** What of it nobody who looks over a shoulder should read; it is covered until it is asked for. */
  secrets?: readonly string[];
};

const COVER = "••••••••";

/** Something to be put elsewhere exactly as it stands, under what it is called there. */
export function CopyLine({ label, value, secrets = [] }: CopyLineProps) {
  const t = useWords("settingsMoving");
  const id = useId();
  const copy = useCopy();
  const [isShown, setShown] = useState(false);
  const covered = secrets.reduce((text, secret) => text.replaceAll(secret, COVER), value);
  return (
    <div className="flex flex-col gap-1">
      <span id={id} className="font-medium text-sm">
        {label}
      </span>
      <div className="flex items-start gap-1.5 rounded-md border border-line bg-canvas py-1 pr-1 pl-2.5">
        <output aria-labelledby={id} className="min-w-0 flex-1 select-all break-all py-1 font-mono text-sm">
          {isShown ? value : covered}
        </output>
        {covered === value ? null : (
          <IconButton
            label={t(isShown ? "cover" : "reveal", { what: label })}
            icon={isShown ? <EyeOff /> : <Eye />}
            size="sm"
            onClick={() => setShown(!isShown)}
          />
        )}
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
