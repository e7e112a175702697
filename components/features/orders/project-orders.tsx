"use client";
import { useQueryStates } from "nuqs";
import { useCallback, useMemo, useState } from "react";
import { useHotkeys } from "@/components/lib/hotkeys";
import type { Project } from "@/components/lib/use-chosen-project";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { OrderForm, type OrderFormTarget } from "./order-form";
import { OrderPanel } from "./order-panel";
import { OrdersHeader } from "./orders-header";
import { OrdersList } from "./orders-list";
import { OrdersSelection } from "./orders-selection";
import { OrdersToolbar } from "./orders-toolbar";
import { filterOf, ORDERS_URL, type OrdersView, sortOf } from "./orders-url";
import { useOrderPages, useOrderRefresh } from "./use-order-pages";

export type ProjectOrdersProps = {
  project: Project;
  projects: readonly Project[];
  onProject: (id: string) => void;
};

const NONE: ReadonlySet<string> = new Set();

/** What the address says is looked at, and what is selected there: a new filter begins a new selection. */
function useOrdersView() {
  const [{ order: openId, ...view }, setUrl] = useQueryStates(ORDERS_URL, { history: "replace" });
  const [selection, setSelection] = useState(NONE);
  const onOpen = useCallback((id: string | null) => void setUrl({ order: id }), [setUrl]);
  const onView = useCallback(
    (change: Partial<OrdersView>) => {
      setSelection(NONE);
      void setUrl(change);
    },
    [setUrl],
  );
  function onSelectionChange(next: ReadonlySet<string>) {
    setSelection(next);
    // With the details open, they follow the row pressed.
    const [only] = next;
    if (openId && next.size === 1 && only) onOpen(only);
  }
  return { openId, view, selection, onOpen, onView, onSelectionChange };
}

/** One project's orders: list, filters, selection, details, form. */
export function ProjectOrders({ project, projects, onProject }: ProjectOrdersProps) {
  const t = useWords("orders");
  const { openId, view, selection, onOpen, onView, onSelectionChange } = useOrdersView();
  const [form, setForm] = useState<OrderFormTarget>();
  const [cancelling, setCancelling] = useState<readonly string[]>();
  const [deleting, setDeleting] = useState<readonly string[]>();
  const mayWrite = useMay("order.write");
  const today = useMemo(() => localDateAt(new Date(), project.timeZone), [project.timeZone]);
  const filter = filterOf(project.id, view);
  const pages = useOrderPages(filter, sortOf(view));
  useOrderRefresh();
  const onNew = () => setForm({ kind: "new" });
  useHotkeys([{ keys: "N", label: t("newOrder"), enabled: mayWrite, run: onNew }], { group: t("title") });
  const { facets, rows, total } = pages;
  const tags = facets?.tags.map(({ value }) => value) ?? [];
  const list = { project, pages, view, onView, selection, onSelectionChange, openId, onOpen, onNew };
  const onDeleted = (ids: ReadonlySet<string>) => openId && ids.has(openId) && onOpen(null);
  return (
    <>
      <OrdersHeader projectId={project.id} total={total} doubtful={facets?.doubtful ?? 0} onNew={onNew} />
      <OrdersToolbar {...{ view, facets, projects, onProject, today }} projectId={project.id} onChange={onView} />
      <div className="flex min-h-0 flex-1">
        <OrdersList key={JSON.stringify([filter, view.sort, view.dir])} {...list} />
        {openId ? (
          <OrderPanel
            {...{ project, rows, onOpen }}
            orderId={openId}
            onClose={() => onOpen(null)}
            onForm={setForm}
            onCancel={(id) => setCancelling([id])}
            onDelete={(id) => setDeleting([id])}
          />
        ) : null}
      </div>
      <OrdersSelection
        {...{ filter, pages, selection, onSelectionChange, today, tags, cancelling, deleting, onDeleted }}
        onCancelling={setCancelling}
        onDeleting={setDeleting}
      />
      {form ? (
        <OrderForm
          target={form}
          project={project}
          day={view.date && view.date !== "none" ? view.date : today}
          tagSuggestions={tags}
          onClose={() => setForm(undefined)}
          onSaved={(id, another) => !another && onOpen(id)}
        />
      ) : null}
    </>
  );
}
