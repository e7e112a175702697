"use client";
import { CheckCheck, Plus, ShieldCheck } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Drawer } from "@/components/ui/drawer";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Skeleton } from "@/components/ui/skeleton";
import { EXCEPTION_TYPES } from "@/server/domain/exception/exception-type";
import { ExceptionDetail } from "./exception-detail";
import { ExceptionRow } from "./exception-row";
import type { Exception } from "./exception-words";
import { NewExceptionDialog } from "./new-exception-dialog";
import { TypeIcon } from "./type-icon";
import { useExceptionCommands } from "./use-exception-commands";
import { useExceptions } from "./use-exceptions";
import { useNow } from "./use-now";

const VIEWS = ["standing", "closed"] as const;
type View = (typeof VIEWS)[number];

/** The inbox: what needs somebody now, soonest first, with what may help beside it. */
export function ExceptionsPage() {
  const t = useWords("exceptions");
  const refusalOf = useRefusalOf();
  const mayEdit = useMay("plan.edit");
  const isPhone = useMediaQuery(PHONE);
  const [view, setView] = useQueryState("view", parseAsStringLiteral(VIEWS).withDefault("standing"));
  const [type, setType] = useQueryState("type", parseAsStringLiteral(EXCEPTION_TYPES));
  const [chosenId, setChosenId] = useQueryState("exception");
  const [isNoting, setNoting] = useState(false);
  const { data, isPending, error } = useExceptions(view === "closed");
  const all = data ?? [];
  const shown = type ? all.filter((each) => each.type === type) : all;
  const chosen = all.find(({ id }) => id === chosenId) ?? null;
  const choose = (id: string | null) => void setChosenId(id);
  const open = useExceptionCommands({ shown, chosen, choose, note: () => setNoting(true) });
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={view === "standing" && data ? <Counted list={all} /> : null}
        actions={
          <>
            <SegmentedControl<View>
              label={t("show")}
              size="sm"
              value={view}
              onValueChange={(next) => void setView(next)}
              options={VIEWS.map((value) => ({ value, label: t(value) }))}
            />
            {mayEdit ? (
              <Button size="sm" icon={<Plus />} onClick={() => setNoting(true)}>
                {t("newException")}
              </Button>
            ) : null}
          </>
        }
      />
      {error ? (
        <Banner tone="error" className="m-4" title={t("unreadable")}>
          {refusalOf(error).message}
        </Banner>
      ) : null}
      <div className="flex min-h-0 flex-1">
        <section aria-label={t("list")} className="flex min-w-0 flex-1 flex-col">
          <TypeFilter list={all} chosen={type} onChoose={(next) => void setType(next)} />
          <div className="scroll-quiet min-h-0 flex-1">
            {isPending ? <Waiting /> : null}
            {data && shown.length === 0 ? (
              <Nothing isFiltered={type !== null} view={view} onShowAll={() => void setType(null)} />
            ) : null}
            <ul>
              {shown.map((exception) => (
                <li key={exception.id}>
                  <ExceptionRow
                    exception={exception}
                    isChosen={exception.id === chosenId}
                    onChoose={choose}
                    onOpen={open}
                  />
                </li>
              ))}
            </ul>
          </div>
        </section>
        {isPhone ? (
          <Drawer
            side="bottom"
            flush
            title={chosen ? t(`type.${chosen.type}`) : t("title")}
            open={chosen !== null}
            onOpenChange={(open) => !open && choose(null)}
          >
            {chosen ? <ExceptionDetail exception={chosen} /> : null}
          </Drawer>
        ) : all.length > 0 ? (
          <aside className="scroll-quiet w-96 shrink-0 border-line border-l bg-surface max-lg:w-80">
            {chosen ? <ExceptionDetail exception={chosen} /> : <p className="p-5 text-ink-muted">{t("chooseOne")}</p>}
          </aside>
        ) : null}
      </div>
      {isNoting ? <NewExceptionDialog onClose={() => setNoting(false)} /> : null}
    </>
  );
}

function Counted({ list }: { list: readonly Exception[] }) {
  const t = useWords("exceptions");
  const nowMs = useNow();
  return <>{t("about", { standing: list.length, overdue: list.filter(({ dueAtMs }) => dueAtMs < nowMs).length })}</>;
}

type TypeFilterProps = {
  list: readonly Exception[];
  chosen: Exception["type"] | null;
  onChoose: (type: Exception["type"] | null) => void;
};

function TypeFilter({ list, chosen, onChoose }: TypeFilterProps) {
  const t = useWords("exceptions");
  const counts = EXCEPTION_TYPES.map((type) => ({ type, count: list.filter((each) => each.type === type).length }));
  const present = counts.filter(({ type, count }) => count > 0 || type === chosen);
  if (present.length === 0) return null;
  return (
    <div className="flex shrink-0 flex-wrap gap-1.5 border-line border-b bg-surface px-4 py-2 sm:px-5">
      <Chip selected={chosen === null} onClick={() => onChoose(null)}>
        {t("allTypes")} <span className="tabular-nums">{t.format.count(list.length)}</span>
      </Chip>
      {present.map(({ type, count }) => (
        <Chip
          key={type}
          icon={<TypeIcon type={type} />}
          selected={chosen === type}
          onClick={() => onChoose(chosen === type ? null : type)}
        >
          {t(`type.${type}`)} <span className="tabular-nums">{t.format.count(count)}</span>
        </Chip>
      ))}
    </div>
  );
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
  if (view === "closed") {
    return (
      <EmptyState icon={<CheckCheck />} title={t("noneClosed")}>
        {t("noneClosedAbout")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<ShieldCheck />} title={t("watching")}>
      {t("watchingAbout")}
    </EmptyState>
  );
}
