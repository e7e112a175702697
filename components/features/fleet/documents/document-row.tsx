"use client";
import { FileClock, FileWarning, Pencil, RefreshCw, Trash2 } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import type { FleetDocument } from "./fleet-document";

export type DocumentRowProps = {
  document: FleetDocument;
  onOpen: () => void;
  onEdit: () => void;
  onReplace: () => void;
  onDelete: () => void;
};

/** One paper: what it is, its number and last day, and what can be done with it. */
export function DocumentRow({ document, onOpen, onEdit, onReplace, onDelete }: DocumentRowProps) {
  const t = useWords("fleet");
  const { kind, title, number, expiresOn, standing } = document;
  const name = title || t(`documents.kind.${kind}`);
  const until = expiresOn ? t("documents.until", { date: t.format.date(expiresOn) }) : t("documents.unlimited");
  return (
    <li
      aria-label={name}
      className="flex flex-wrap items-center gap-1 border-line border-t py-2 pr-2 pl-3 first:border-t-0"
    >
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <button
            type="button"
            onClick={onOpen}
            className="min-h-6 break-words rounded-sm text-left font-medium text-accent underline-offset-2 hover:underline"
          >
            {name}
          </button>
          <StandingBadge standing={standing} />
        </p>
        <p className="break-words text-ink-muted text-sm">{[number, until].filter(Boolean).join(" · ")}</p>
      </div>
      <IconButton label={t("documents.editOf", { name })} icon={<Pencil />} onClick={onEdit} />
      <IconButton label={t("documents.replaceOf", { name })} icon={<RefreshCw />} onClick={onReplace} />
      <IconButton label={t("documents.deleteOf", { name })} icon={<Trash2 />} onClick={onDelete} />
    </li>
  );
}

function StandingBadge({ standing }: Pick<FleetDocument, "standing">) {
  const t = useWords("fleet");
  if (standing === "valid") return null;
  if (standing === "expired") {
    return (
      <Badge tone="alert" icon={<FileWarning aria-hidden="true" />}>
        {t("documents.expired")}
      </Badge>
    );
  }
  return (
    <Badge tone="warn" icon={<FileClock aria-hidden="true" />}>
      {t("documents.expiring")}
    </Badge>
  );
}
