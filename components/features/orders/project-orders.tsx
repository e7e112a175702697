"use client";
import { useQueryStates } from "nuqs";
import { useCallback, useMemo, useState } from "react";
import { useHotkeys } from "@/components/lib/hotkeys";
import type { Project } from "@/components/lib/use-chosen-project";
import { useMay } from "@/components/lib/viewer-permissions";
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

/** One project's orders: list, filters, selection, details, form. */
export function ProjectOrders({ project, projects, onProject }: ProjectOrdersProps) {
  const [{ order: openId, ...view }, setUrl] = useQueryStates(ORDERS_URL, { history: "replace" });
  const [selection, setSelection] = useState(NONE);
  const [form, setForm] = useState<OrderFormTarget>();
  const [deleting, setDeleting] = useState<readonly string[]>();
  const mayWrite = useMay("order.write");
  const today = useMemo(() => localDateAt(new Date(), project.timeZone), [project.timeZone]);
  const filter = filterOf(project.id, view);
  const pages = useOrderPages(filter, sortOf(view));
  useOrderRefresh();

  const onOpen = useCallback((id: string) => void setUrl({ order: id }), [setUrl]);
  const onView = useCallback(
    (change: Partial<OrdersView>) => {
      setSelection(NONE);
      void setUrl(change);
    },
    [setUrl],
  );
  function onSelectionChange(next: Set<string>) {
    setSelection(next);
    // With the details open, they follow the row pressed.
    const [only] = next;
    if (openId && next.size === 1 && only) onOpen(only);
  }
  const onNew = () => setForm({ kind: "new" });
  useHotkeys([{ keys: "N", label: "New order", enabled: mayWrite, run: onNew }], { group: "Orders" });
  const tags = pages.facets?.tags.map(({ value }) => value) ?? [];
  return (
    <>
      <OrdersHeader projectId={project.id} total={pages.total} doubtful={pages.facets?.doubtful ?? 0} onNew={onNew} />
      <OrdersToolbar
        view={view}
        onChange={onView}
        facets={pages.facets}
        projects={projects}
        projectId={project.id}
        onProject={onProject}
        today={today}
      />
      <div className="flex min-h-0 flex-1">
        <OrdersList {...{ project, pages, view, onView, selection, onSelectionChange, openId, onOpen, onNew }} />
        {openId ? (
          <OrderPanel
            orderId={openId}
            project={project}
            rows={pages.rows}
            onOpen={onOpen}
            onClose={() => void setUrl({ order: null })}
            onForm={setForm}
            onDelete={(id) => setDeleting([id])}
          />
        ) : null}
      </div>
      <OrdersSelection
        filter={filter}
        pages={pages}
        selection={selection}
        onSelectionChange={setSelection}
        today={today}
        tags={tags}
        deleting={deleting}
        onDeleting={setDeleting}
        onDeleted={(ids) => openId && ids.has(openId) && void setUrl({ order: null })}
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
