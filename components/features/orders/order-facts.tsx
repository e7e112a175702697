"use client";
import { MapPinned } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import type { Project } from "@/components/lib/use-chosen-project";
import { Badge } from "@/components/ui/badge";
import { DOUBTFUL_CONFIDENCES } from "@/server/domain/order/stored-delivery";
import { addressLine, loadsLine, weightOrNothing, windowsLine } from "./describe-order";
import { CONFIDENCE_LABELS } from "./order-labels";

export type OrderDetails = RouterOutput["order"]["get"];

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_1fr] gap-3 py-1">
      <dt className="text-ink-muted">{label}</dt>
      <dd className="min-w-0 whitespace-pre-line break-words">{children}</dd>
    </div>
  );
}

function Words({ words }: { words: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {words.map((word) => (
        <Badge key={word}>{word}</Badge>
      ))}
    </span>
  );
}

function VisitFacts({ order, side }: { order: OrderDetails; side: "pickup" | "dropoff" }) {
  const visit = order.input[side];
  const place = order.visits.find((each) => each.role === side);
  if (!visit || !place) return null;
  const { contact, address, windows, serviceSeconds, instructions, tasks } = visit;
  const isDoubtful = DOUBTFUL_CONFIDENCES.includes(place.confidence);
  return (
    <section aria-label={side === "pickup" ? "Pickup" : "Drop-off"} className="border-line border-t py-3">
      {order.input.kind === "pair" ? (
        <h3 className="mb-1 font-semibold">{side === "pickup" ? "Pick up from" : "Deliver to"}</h3>
      ) : null}
      <dl>
        <Fact label="Customer">{contact.name || <span className="text-ink-muted">No name</span>}</Fact>
        {contact.phone ? (
          <Fact label="Phone">
            <a href={`tel:${contact.phone}`} className="text-accent tabular-nums hover:underline">
              {contact.phone}
            </a>
          </Fact>
        ) : null}
        {contact.email ? (
          <Fact label="E-mail">
            <a href={`mailto:${contact.email}`} className="text-accent hover:underline">
              {contact.email}
            </a>
          </Fact>
        ) : null}
        <Fact label="Address">
          {addressLine(address)}
          <span className="mt-0.5 flex flex-wrap items-center gap-2">
            <Badge tone={isDoubtful ? "warn" : place.confidence === "pending" ? "neutral" : "ok"}>
              {CONFIDENCE_LABELS[place.confidence]}
            </Badge>
            {isDoubtful ? (
              <Link
                href={`/orders/addresses?project=${order.projectId}&location=${place.locationId}`}
                className="inline-flex items-center gap-1 text-accent hover:underline"
              >
                <MapPinned aria-hidden="true" className="size-3.5" />
                Find the door
              </Link>
            ) : null}
          </span>
        </Fact>
        <Fact label="Windows">{windowsLine(windows)}</Fact>
        <Fact label="At the door">{serviceSeconds / 60} min</Fact>
        {instructions ? <Fact label="Instructions">{instructions}</Fact> : null}
        {tasks.length > 0 ? (
          <Fact label="Tasks">
            {tasks.map((task) => `${task.label}${task.required ? "" : " (optional)"}`).join("\n")}
          </Fact>
        ) : null}
      </dl>
    </section>
  );
}

/** Everything kept about one order, as people read it. */
export function OrderFacts({ order, project }: { order: OrderDetails; project: Project }) {
  const { input } = order;
  const custom = Object.entries(input.customFields);
  return (
    <>
      <VisitFacts order={order} side="pickup" />
      <VisitFacts order={order} side="dropoff" />
      <dl className="border-line border-t py-3">
        {input.kind === "task" ? null : <Fact label="Load">{loadsLine(input.loads, project.loadDimensions)}</Fact>}
        {input.skills.length > 0 ? (
          <Fact label="Skills">
            <Words words={input.skills} />
          </Fact>
        ) : null}
        {input.features.length > 0 ? (
          <Fact label="Vehicle">
            <Words words={input.features} />
          </Fact>
        ) : null}
        {input.tags.length > 0 ? (
          <Fact label="Tags">
            <Words words={input.tags} />
          </Fact>
        ) : null}
        {input.notes ? <Fact label="Notes">{input.notes}</Fact> : null}
        {input.items.length > 0 ? (
          <Fact label="Items">
            {input.items
              .map((item) =>
                [`${item.quantity} ×`, item.description, item.barcode, weightOrNothing(item.weightGrams)]
                  .filter(Boolean)
                  .join(" "),
              )
              .join("\n")}
          </Fact>
        ) : null}
        {custom.map(([name, value]) => (
          <Fact key={name} label={name}>
            {String(value)}
          </Fact>
        ))}
      </dl>
    </>
  );
}
