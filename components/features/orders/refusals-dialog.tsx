"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { VirtualList } from "@/components/ui/virtual-list";

export type RefusedOrder = { id: string; name: string; message: string };

export type RefusalsDialogProps = {
  title: string;
  refused: readonly RefusedOrder[];
  onClose: () => void;
  /** Keeps exactly these selected. */
  onSelect: (ids: string[]) => void;
};

/** What stayed as it was, one line each, with the reason. */
export function RefusalsDialog({ title, refused, onClose, onSelect }: RefusalsDialogProps) {
  const common = useWords("common");
  const t = useWords("orders");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={t("refused.stayed", { count: refused.length })}
      footer={
        <>
          <Button onClick={() => onSelect(refused.map(({ id }) => id))}>{t("refused.select")}</Button>
          <Button variant="primary" onClick={onClose}>
            {common("close")}
          </Button>
        </>
      }
    >
      <VirtualList
        label={t("refused.list")}
        items={refused}
        itemKey={({ id }) => id}
        estimateHeight={44}
        className="h-[min(24rem,50dvh)] rounded-md border border-line"
        renderItem={({ name, message }) => (
          <div className="border-line border-b px-3 py-1.5">
            <p className="font-medium">{name}</p>
            <p className="text-ink-muted">{message}</p>
          </div>
        )}
      />
    </Dialog>
  );
}
