"use client";
import { MapPinned } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import type { Project } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { isAnyDay } from "@/server/domain/order/allowed-days";
import { DOUBTFUL_CONFIDENCES } from "@/server/domain/order/stored-delivery";
import {
  addressLine,
  allowedDaysLines,
  loadsLine,
  ownFieldsSaid,
  weightOrNothing,
  windowsLine,
} from "./describe-order";

export type OrderDetails = RouterOutput["order"]["get"];

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_1fr] gap-3 py-1">
      <dt className="text-ink-muted">{label}</dt>
      <dd className="min-w-0 whitespace-pre-line break-words">{children}</dd>
    </div>
  );
}

function WordBadges({ words }: { words: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {words.map((word) => (
        <Badge key={word}>{word}</Badge>
      ))}
    </span>
  );
}

function VisitFacts({ order, side }: { order: OrderDetails; side: "pickup" | "dropoff" }) {
  const t = useWords("orders");
  const visit = order.input[side];
  const place = order.visits.find((each) => each.role === side);
  if (!visit || !place) return null;
  const { contact, address, windows, serviceSeconds, checkInSeconds, instructions, tasks } = visit;
  const learned = order.learned.find(({ visitId }) => visitId === place.id);
  const minutesOf = (seconds: number) => t("minutes", { minutes: seconds / 60 });
  const isDoubtful = DOUBTFUL_CONFIDENCES.includes(place.confidence);
  return (
    <section aria-label={t(`kind.${side}`)} className="border-line border-t py-3">
      {order.input.kind === "pair" ? (
        <h3 className="mb-1 font-semibold">{t(side === "pickup" ? "pickupFrom" : "deliverTo")}</h3>
      ) : null}
      <dl>
        <Fact label={t("column.customer")}>
          {contact.name || <span className="text-ink-muted">{t("noName")}</span>}
        </Fact>
        {contact.phone ? (
          <Fact label={t("phone")}>
            <a href={`tel:${contact.phone}`} className="text-accent tabular-nums hover:underline">
              {contact.phone}
            </a>
          </Fact>
        ) : null}
        {contact.email ? (
          <Fact label={t("email")}>
            <a href={`mailto:${contact.email}`} className="text-accent hover:underline">
              {contact.email}
            </a>
          </Fact>
        ) : null}
        <Fact label={t("column.address")}>
          {addressLine(address)}
          <span className="mt-0.5 flex flex-wrap items-center gap-2">
            <Badge tone={isDoubtful ? "warn" : place.confidence === "pending" ? "neutral" : "ok"}>
              {t(`confidence.${place.confidence}`)}
            </Badge>
            {isDoubtful ? (
              <Link
                href={`/orders/addresses?project=${order.projectId}&location=${place.locationId}`}
                className="inline-flex items-center gap-1 text-accent hover:underline"
              >
                <MapPinned aria-hidden="true" className="size-3.5" />
                {t("findDoor")}
              </Link>
            ) : null}
          </span>
        </Fact>
        <Fact label={t("column.windows")}>{windowsLine(t, windows)}</Fact>
        <Fact label={t("atTheDoor")}>
          {learned
            ? t("learnedService", { time: minutesOf(learned.serviceSeconds), visits: learned.stays })
            : minutesOf(serviceSeconds)}
        </Fact>
        {checkInSeconds ? <Fact label={t("checkIn")}>{minutesOf(checkInSeconds)}</Fact> : null}
        {instructions ? <Fact label={t("instructions")}>{instructions}</Fact> : null}
        {tasks.length > 0 ? (
          <Fact label={t("tasks")}>
            {tasks.map((task) => (task.required ? task.label : t("optionalTask", { task: task.label }))).join("\n")}
          </Fact>
        ) : null}
      </dl>
    </section>
  );
}

/** The other order that the same van makes, and whether it is of another day: then each is planned by itself. */
function JoinedFact({ order: { input, joinedWith } }: { order: OrderDetails }) {
  const t = useWords("orders");
  if (!joinedWith) return null;
  const { id, projectId, number, serviceDate } = joinedWith;
  const isOtherDay = serviceDate !== (input.serviceDate ?? null);
  return (
    <Fact label={t(input.kind === "pickup" ? "goodsGoTo" : "goodsComeFrom")}>
      <Link href={`/orders?project=${projectId}&order=${id}`} className="text-accent hover:underline">
        {number ?? t("orderWithoutNumber")}
      </Link>
      {isOtherDay ? <span className="mt-0.5 block text-ink-muted">{t("joinedOtherDay")}</span> : null}
    </Fact>
  );
}

/** Everything kept about one order, as people read it. */
export function OrderFacts({ order, project }: { order: OrderDetails; project: Project }) {
  const common = useWords("common");
  const t = useWords("orders");
  const { input } = order;
  const custom = ownFieldsSaid(common, input.customFields, project.customFieldDefinitions);
  return (
    <>
      <VisitFacts order={order} side="pickup" />
      <VisitFacts order={order} side="dropoff" />
      <dl className="border-line border-t py-3">
        <JoinedFact order={order} />
        {input.kind === "task" ? null : (
          <Fact label={t("column.load")}>{loadsLine(t, input.loads, project.loadDimensions)}</Fact>
        )}
        {input.skills.length > 0 ? (
          <Fact label={t("skills")}>
            <WordBadges words={input.skills} />
          </Fact>
        ) : null}
        {input.features.length > 0 ? (
          <Fact label={t("vehicle")}>
            <WordBadges words={input.features} />
          </Fact>
        ) : null}
        {input.tags.length > 0 ? (
          <Fact label={t("column.tags")}>
            <WordBadges words={input.tags} />
          </Fact>
        ) : null}
        {isAnyDay(input.allowedDays) ? null : (
          <Fact label={t("allowedDays")}>{allowedDaysLines(t, input.allowedDays).join("\n")}</Fact>
        )}
        {input.notificationPreference === "both" ? null : (
          <Fact label={t("notifyFact")}>{t(`notify.${input.notificationPreference}`)}</Fact>
        )}
        {input.notes ? <Fact label={t("notes")}>{input.notes}</Fact> : null}
        {input.items.length > 0 ? (
          <Fact label={t("items")}>
            {input.items
              .map((item) =>
                [`${item.quantity} ×`, item.description, item.barcode, weightOrNothing(t, item.weightGrams)]
                  .filter(Boolean)
                  .join(" "),
              )
              .join("\n")}
          </Fact>
        ) : null}
        {custom.map(({ name, label, text }) => (
          <Fact key={name} label={label}>
            {text}
          </Fact>
        ))}
      </dl>
    </>
  );
}
