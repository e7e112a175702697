"use client";
import { Ban, Pencil, Trash2, X } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

export type SelectionBarProps = {
  count: number;
  /** How many the filter finds in all. */
  total: number | null;
  /** All rows fetched so far are selected, and there are more. */
  canSelectAll: boolean;
  selectingAll: boolean;
  onSelectAll: () => void;
  onEdit: () => void;
  onCancel: () => void;
  onDelete: () => void;
  onClear: () => void;
  /** False for people who may only look. */
  mayWrite: boolean;
};

/** What can be done with the chosen rows. */
export function SelectionBar(props: SelectionBarProps) {
  const t = useWords("orders");
  const { count, total, canSelectAll, selectingAll, onSelectAll, onEdit, onCancel, onDelete, onClear, mayWrite } =
    props;
  return (
    <section
      aria-label={t("selection.label")}
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-line border-t bg-selected px-4 py-1.5 sm:px-5"
    >
      <output className="font-medium tabular-nums">{t("selection.count", { count })}</output>
      {mayWrite ? (
        <>
          <Button size="sm" icon={<Pencil aria-hidden="true" />} onClick={onEdit}>
            {t("selection.change")}
          </Button>
          <Button size="sm" icon={<Ban aria-hidden="true" />} onClick={onCancel}>
            {t("selection.cancel")}
          </Button>
          <Button size="sm" icon={<Trash2 aria-hidden="true" />} onClick={onDelete}>
            {t("selection.delete")}
          </Button>
        </>
      ) : null}
      {canSelectAll && total !== null ? (
        <Button size="sm" variant="ghost" loading={selectingAll} onClick={onSelectAll}>
          {t("selection.all", { count: total })}
        </Button>
      ) : null}
      <IconButton label={t("selection.clear")} icon={<X />} size="sm" onClick={onClear} />
    </section>
  );
}
