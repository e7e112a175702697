"use client";
import { ArrowUp, Pencil } from "lucide-react";
import { useEffect, useRef } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { type CustomFieldDefinition, customFieldLabel } from "@/server/domain/custom-field/custom-fields";

export type FieldRowProps = {
  field: CustomFieldDefinition;
  /** It has just been moved: who moved it by keys is not left without a place once it is the first. */
  keepsFocus: boolean;
  onEdit: (() => void) | undefined;
  onMoveUp: (() => void) | undefined;
};

const SHOWN_CHOICES = 6;

/** One field: what people and files call it, what it holds, and who is asked for it. */
export function FieldRow({ field, keepsFocus, onEdit, onMoveUp }: FieldRowProps) {
  const t = useWords("settingsFields");
  const orders = useWords("orders");
  const { name, kind, choices, orderKinds, isRequired } = field;
  const label = customFieldLabel(field);
  const kinds = orderKinds.map((each) => orders(`kind.${each}`)).join(", ");
  const more = choices.length - SHOWN_CHOICES;
  const shown = choices.slice(0, SHOWN_CHOICES).join(", ");
  const row = useRef<HTMLLIElement>(null);
  const isFirst = onMoveUp === undefined;
  useEffect(() => {
    if (keepsFocus && isFirst) row.current?.querySelector("button")?.focus();
  }, [keepsFocus, isFirst]);
  return (
    <li
      ref={row}
      aria-label={label}
      className="flex items-center gap-1 border-line border-t py-2 pr-2 pl-3 first:border-t-0"
    >
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="wrap-anywhere font-medium">{label}</span>
          {label === name ? null : <code className="wrap-anywhere text-ink-muted text-sm">{name}</code>}
          {isRequired ? <Badge tone="accent">{t("required")}</Badge> : null}
        </p>
        <p className="text-pretty break-words text-ink-muted text-sm">
          {kind === "select" ? t("choicesOf", { choices: shown, more: Math.max(0, more) }) : t(`kind.${kind}`)}
          {kinds === "" ? "" : ` · ${kinds}`}
        </p>
      </div>
      {onMoveUp ? <IconButton label={t("moveUp", { label })} icon={<ArrowUp />} onClick={onMoveUp} /> : null}
      {onEdit ? <IconButton label={t("edit", { label })} icon={<Pencil />} onClick={onEdit} /> : null}
    </li>
  );
}
