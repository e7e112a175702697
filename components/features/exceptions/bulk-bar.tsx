"use client";
import { ChevronsUp, UserRound, X } from "lucide-react";
import { useExceptionAct } from "@/components/lib/exceptions/use-exceptions";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { SnoozeMenu } from "./snooze-menu";
import type { Inbox } from "./use-inbox";

/** What can be done with several at once. */
export function BulkBar({ inbox, onEscalate }: { inbox: Inbox; onEscalate: () => void }) {
  const t = useWords("exceptions");
  const facts = useWords("exceptionFacts");
  const { selected, clearSelection, owners } = inbox;
  const { act, isPending } = useExceptionAct();
  if (selected.length === 0) return null;
  const ids = selected.map(({ id }) => id);
  const run = (one: Parameters<typeof act>[1]) => act(ids, one, clearSelection);
  return (
    <section
      aria-label={t("selection")}
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-line border-t bg-selected px-4 py-1.5 sm:px-5"
    >
      <output className="mr-1 font-medium tabular-nums">{t("selected", { count: selected.length })}</output>
      <Button
        size="sm"
        disabled={isPending || selected.every(({ status }) => status !== "open")}
        onClick={() => run({ kind: "acknowledge" })}
      >
        {t("acknowledge")}
      </Button>
      <Menu
        trigger={
          <Button size="sm" icon={<UserRound />} disabled={isPending}>
            {t("assignTo")}
          </Button>
        }
        entries={[
          ...owners.map(({ id, name, isYou }) => ({
            id,
            label: isYou ? t("you", { name }) : name,
            onSelect: () => run({ kind: "assign", ownerId: id }),
          })),
          { type: "separator", id: "nobody-line" },
          { id: "nobody", label: facts("anonymous"), onSelect: () => run({ kind: "assign", ownerId: null }) },
        ]}
      />
      <SnoozeMenu disabled={isPending} onSnooze={(minutes) => run({ kind: "snooze", minutes })} />
      <Button size="sm" icon={<ChevronsUp />} disabled={isPending} onClick={onEscalate}>
        {t("escalate")}
      </Button>
      <Button size="sm" disabled={isPending} onClick={() => run({ kind: "resolve", note: "" })}>
        {t("resolve")}
      </Button>
      <Button size="sm" disabled={isPending} onClick={() => run({ kind: "dismiss", note: "" })}>
        {t("dismiss")}
      </Button>
      <IconButton label={t("clearSelection")} icon={<X />} size="sm" onClick={clearSelection} />
    </section>
  );
}
