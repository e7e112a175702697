"use client";
import { GitPullRequestArrow } from "lucide-react";
import { useEffect, useRef } from "react";
import { useHotkeys } from "@/components/lib/hotkeys";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { useBoard, useBoardSession } from "../board-context";
import { type EditConflict, useBoardStore, useBoardStoreApi } from "../board-store";
import { announceConflict, canRepeat, describeLost, describeTruths } from "./describe-conflict";

/** So many stops of one conflict are named; the rest are counted. */
const MOST_NAMED = 3;

/** Changes that somebody else was faster than, over the board until each is decided. The board stays in use meanwhile. */
export function ConflictPanel() {
  const conflicts = useBoardStore((state) => state.conflicts);
  const panel = useRef<HTMLElement>(null);
  const t = useWords("boardPresence");
  useAnnouncement(conflicts.at(-1));
  useHotkeys([{ keys: "c", label: t("decide"), run: () => panel.current?.querySelector("button")?.focus() }], {
    group: t("conflicts"),
    enabled: conflicts.length > 0,
  });
  if (conflicts.length === 0) return null;
  return (
    <section
      ref={panel}
      aria-label={t("conflicts")}
      data-testid="conflicts"
      className="-translate-x-1/2 scroll-quiet absolute top-14 left-1/2 z-50 flex max-h-1/2 w-[min(30rem,calc(100%-1.5rem))] flex-col gap-2 overflow-y-auto"
    >
      {conflicts.map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} />
      ))}
    </section>
  );
}

/** Says the newest conflict aloud, once. */
function useAnnouncement(newest: EditConflict | undefined): void {
  const t = useWords("boardPresence");
  const { queue } = useBoardSession();
  const store = useBoardStoreApi();
  const said = useRef<string>(undefined);
  useEffect(() => {
    if (!newest || newest.id === said.current) return;
    said.current = newest.id;
    store.setState({ announcement: announceConflict(t, newest, queue.view().board) });
  }, [newest, t, store, queue]);
}

function ConflictCard({ conflict }: { conflict: EditConflict }) {
  const { board } = useBoard();
  const { actions } = useBoardSession();
  const t = useWords("boardPresence");
  const [first, ...others] = describeTruths(t, conflict, board);
  return (
    <article className="rounded-lg border border-line border-l-4 border-l-warn bg-surface-raised py-2.5 pr-3 pl-3 shadow-popup">
      <div className="flex items-start gap-2.5">
        <GitPullRequestArrow aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
        <div className="min-w-0 flex-1 text-pretty">
          <p className="font-semibold">{first}</p>
          {others.slice(0, MOST_NAMED - 1).map((truth) => (
            <p key={truth}>{truth}</p>
          ))}
          {others.length >= MOST_NAMED ? <p>{t("moreStops", { count: others.length - MOST_NAMED + 1 })}</p> : null}
          <p className="text-ink-muted">{describeLost(t, conflict, board)}</p>
        </div>
      </div>
      <div className="mt-2 flex justify-end gap-2">
        <Button size="sm" onClick={() => actions.decide(conflict, "theirs")}>
          {t("keepTheirs")}
        </Button>
        {canRepeat(conflict, board) ? (
          <Button size="sm" variant="primary" onClick={() => actions.decide(conflict, "mine")}>
            {t("applyMine")}
          </Button>
        ) : null}
      </div>
    </article>
  );
}
