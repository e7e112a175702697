"use client";
import { CheckCheck, Plus, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { isSnoozed } from "@/components/lib/exceptions/exception-state";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import { useNow } from "@/components/lib/exceptions/use-now";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Skeleton } from "@/components/ui/skeleton";
import { AlarmMenu } from "./alarm-menu";
import { BulkBar } from "./bulk-bar";
import { EscalateDialog } from "./escalate-dialog";
import { ExceptionDetail } from "./exception-detail";
import { ExceptionRow } from "./exception-row";
import { isFiltered, VIEWS, type View } from "./filter-exceptions";
import { InboxFilters } from "./inbox-filters";
import { NewExceptionDialog } from "./new-exception-dialog";
import { useExceptionCommands } from "./use-exception-commands";
import { type Inbox, useInbox } from "./use-inbox";

/** The inbox: what needs somebody now, soonest first, with what may help beside it. */
export function ExceptionsPage() {
  const t = useWords("exceptions");
  const refusalOf = useRefusalOf();
  const mayEdit = useMay("plan.edit");
  const inbox = useInbox();
  const [isNoting, setNoting] = useState(false);
  const [escalated, setEscalated] = useState<readonly Exception[]>([]);
  const { query, chosen, selected, owners, filter, setFilter } = inbox;
  const escalate = () => setEscalated(selected.length > 0 ? selected : chosen ? [chosen] : []);
  const open = useExceptionCommands({ inbox, note: () => setNoting(true), escalate });
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={filter.view === "standing" && query.data ? <Counted list={inbox.inView} /> : null}
        actions={
          <>
            <SegmentedControl<View>
              label={t("show")}
              size="sm"
              value={filter.view}
              onValueChange={(view) => setFilter({ view })}
              options={VIEWS.map((value) => ({ value, label: t(value) }))}
            />
            <AlarmMenu />
            {mayEdit ? (
              <Button size="sm" icon={<Plus />} onClick={() => setNoting(true)}>
                {t("newException")}
              </Button>
            ) : null}
          </>
        }
      />
      {query.error ? (
        <Banner tone="error" className="m-4" title={t("unreadable")}>
          {refusalOf(query.error).message}
        </Banner>
      ) : null}
      <div className="flex min-h-0 flex-1">
        <section aria-label={t("list")} className="flex min-w-0 flex-1 flex-col">
          <InboxFilters inbox={inbox} />
          <InboxList inbox={inbox} onOpen={open} />
          {mayEdit ? <BulkBar inbox={inbox} onEscalate={escalate} /> : null}
        </section>
        <Beside inbox={inbox} onEscalate={() => chosen && setEscalated([chosen])} />
      </div>
      {isNoting ? <NewExceptionDialog onClose={() => setNoting(false)} /> : null}
      {escalated.length > 0 ? (
        <EscalateDialog exceptions={escalated} owners={owners} onClose={() => setEscalated([])} />
      ) : null}
    </>
  );
}

const MINUTE_MS = 60_000;

function InboxList({ inbox, onOpen }: { inbox: Inbox; onOpen: (exception: Exception) => void }) {
  const mayEdit = useMay("plan.edit");
  const nowMs = useNow(MINUTE_MS);
  const { query, shown, chosen, choose, selected, select, filter, clearFilter } = inbox;
  const selectedIds = new Set(selected.map(({ id }) => id));
  const isSelectable = mayEdit && filter.view !== "closed";
  return (
    <div className="scroll-quiet min-h-0 flex-1">
      {query.isPending ? <Waiting /> : null}
      {query.data && shown.length === 0 ? (
        <Nothing isFiltered={isFiltered(filter)} view={filter.view} onShowAll={clearFilter} />
      ) : null}
      <ul>
        {shown.map((exception) => (
          <li key={exception.id}>
            <ExceptionRow
              exception={exception}
              isChosen={exception.id === chosen?.id}
              isSelected={isSelectable ? selectedIds.has(exception.id) : undefined}
              isSnoozed={isSnoozed(exception, nowMs)}
              onChoose={choose}
              onSelect={(id, isOn) => select([id], isOn)}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The one that is chosen: beside the list, on a phone over it. */
function Beside({ inbox, onEscalate }: { inbox: Inbox; onEscalate: () => void }) {
  const t = useWords("exceptions");
  const facts = useWords("exceptionFacts");
  const isPhone = useMediaQuery(PHONE);
  const { chosen, choose, owners, query } = inbox;
  const detail = chosen ? (
    <ExceptionDetail key={chosen.id} exception={chosen} owners={owners} onEscalate={onEscalate} />
  ) : null;
  if (isPhone) {
    return (
      <Drawer
        side="bottom"
        flush
        title={chosen ? facts(`type.${chosen.type}`) : t("title")}
        open={chosen !== null}
        onOpenChange={(isOpen) => !isOpen && choose(null)}
      >
        <div className="scroll-quiet max-h-[70dvh]">{detail}</div>
      </Drawer>
    );
  }
  if (!query.data?.length) return null;
  return (
    <aside className="scroll-quiet w-96 shrink-0 border-line border-l bg-surface max-lg:w-80">
      {detail ?? <p className="p-5 text-ink-muted">{t("chooseOne")}</p>}
    </aside>
  );
}

function Counted({ list }: { list: readonly Exception[] }) {
  const t = useWords("exceptions");
  const nowMs = useNow();
  return <>{t("about", { standing: list.length, overdue: list.filter(({ dueAtMs }) => dueAtMs < nowMs).length })}</>;
}

function Waiting() {
  return (
    <div className="flex flex-col">
      {["a", "b", "c", "d"].map((row) => (
        <div key={row} className="flex items-center gap-3 border-line border-b bg-surface px-5 py-2">
          <Skeleton className="size-8 rounded-md" />
          <Skeleton className="h-9 flex-1" />
        </div>
      ))}
    </div>
  );
}

type NothingProps = { isFiltered: boolean; view: View; onShowAll: () => void };

function Nothing({ isFiltered, view, onShowAll }: NothingProps) {
  const t = useWords("exceptions");
  if (isFiltered) {
    return (
      <EmptyState title={t("noneSuch")} actions={<Button onClick={onShowAll}>{t("showAll")}</Button>}>
        {t("noneSuchAbout")}
      </EmptyState>
    );
  }
  if (view === "standing") {
    return (
      <EmptyState icon={<ShieldCheck />} title={t("watching")}>
        {t("watchingAbout")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<CheckCheck />} title={t(view === "closed" ? "noneClosed" : "noneSnoozed")}>
      {t(view === "closed" ? "noneClosedAbout" : "noneSnoozedAbout")}
    </EmptyState>
  );
}
