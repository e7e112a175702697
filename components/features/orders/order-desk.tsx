"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { endOrderRequest, type OrderRequest, useOrderRequest } from "@/components/lib/order-requests";
import { useTRPC } from "@/components/lib/trpc";
import { BulkEditDialog } from "./bulk-edit-dialog";
import { OrderForm } from "./order-form";
import { RefusalsDialog } from "./refusals-dialog";
import { useBulkResults } from "./use-bulk-results";

/** The order forms for screens that have none: stands on their page and opens when it is asked. */
export function OrderDesk() {
  const request = useOrderRequest();
  // A request does not outlive the page it was made on.
  useEffect(() => endOrderRequest, []);
  if (!request) return null;
  return request.kind === "new" ? <NewOrder request={request} /> : <ChangeOrders request={request} />;
}

function useTags(projectId: string): readonly string[] {
  const trpc = useTRPC();
  const facets = useQuery(trpc.order.facets.queryOptions({ filter: { projectId } }));
  return facets.data?.tags.map(({ value }) => value) ?? [];
}

function NewOrder({ request }: { request: OrderRequest & { kind: "new" } }) {
  const trpc = useTRPC();
  const projects = useQuery(trpc.project.list.queryOptions({}));
  const tags = useTags(request.projectId);
  const project = projects.data?.find(({ id }) => id === request.projectId);
  if (!project) return null;
  return (
    <OrderForm
      target={{ kind: "new" }}
      project={project}
      day={request.day}
      tagSuggestions={tags}
      onClose={endOrderRequest}
      onSaved={() => {}}
    />
  );
}

/** The same change to many; what could not be changed is listed by order, with the reason. */
function ChangeOrders({ request }: { request: OrderRequest & { kind: "change" } }) {
  const tags = useTags(request.projectId);
  const { refusals, report, clear } = useBulkResults(endOrderRequest);
  if (refusals) {
    return (
      <RefusalsDialog
        {...refusals}
        onClose={clear}
        onSelect={(ids) => {
          request.select(ids);
          clear();
        }}
      />
    );
  }
  return (
    <BulkEditDialog
      ids={request.deliveryIds}
      today={request.day}
      tagSuggestions={tags}
      onClose={endOrderRequest}
      onDone={(verdicts) => report(verdicts, "changed")}
    />
  );
}
