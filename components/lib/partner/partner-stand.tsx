"use client";
import { CircleStop, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import { type DeliveryPartners, type Handover, usePartnerDecisions } from "./use-delivery-partners";

export interface PartnerStandProps {
  readonly deliveryId: string;
  readonly status: DeliveryStatus;
  readonly partners: DeliveryPartners;
}

/** How an order stands between us and partners at this moment, and what the desk can do about it. */
export function PartnerStand({ deliveryId, status, partners: { handovers, round } }: PartnerStandProps) {
  const decisions = usePartnerDecisions(deliveryId);
  const current = handovers.find(({ endedAt }) => endedAt === null);
  const undecided = handovers.filter(({ cancelState }) => cancelState === "refused" || cancelState === "unheard");
  const isOnOffer = round !== null || current?.status === "offered" || current?.status === "awaited";
  return (
    <>
      {undecided.map((handover) => (
        <Undecided key={handover.id} handover={handover} isWaiting={status === "requested"} decisions={decisions} />
      ))}
      {isOnOffer ? <OnOffer current={current} decisions={decisions} /> : null}
      {current && !isOnOffer && status === "assigned" ? (
        <TakeBack name={current.partnerName} decisions={decisions} />
      ) : null}
    </>
  );
}

type Decisions = ReturnType<typeof usePartnerDecisions>;

/** Whether anything of it is to be seen: with nobody, and nothing to decide, there is not. */
export function isStanding({ handovers, round }: DeliveryPartners): boolean {
  const isUndecided = handovers.some(({ cancelState }) => cancelState === "refused" || cancelState === "unheard");
  return round !== null || isUndecided || handovers.some(({ endedAt }) => endedAt === null);
}

function OnOffer({
  current,
  decisions: { isBusy, takeBack },
}: {
  current: Handover | undefined;
  decisions: Decisions;
}) {
  const t = useWords("orderPartner");
  const name = current?.partnerName ?? "";
  const title =
    current?.status === "awaited" ? t("awaited", { name }) : current ? t("offeredTo", { name }) : t("between");
  return (
    <Choice tone="info" title={title} about={t("stopAbout")}>
      <Button size="sm" icon={<CircleStop />} loading={isBusy} onClick={() => void takeBack(t("stopped"))}>
        {t("stop")}
      </Button>
    </Choice>
  );
}

function Undecided({
  handover: { id, partnerName: name, cancelState, cancelWords },
  isWaiting,
  decisions: { isBusy, settle },
}: {
  handover: Handover;
  isWaiting: boolean;
  decisions: Decisions;
}) {
  const t = useWords("orderPartner");
  if (cancelState === "unheard") {
    return (
      <Choice tone="warn" title={t("unheard", { name })} about={t("unheardAbout")}>
        <Button size="sm" disabled={isBusy} onClick={() => void settle(id, "insist")}>
          {t("toldIt")}
        </Button>
      </Choice>
    );
  }
  return (
    <Choice tone="warn" title={t("keeps", { name })} about={t("keepsAbout")} words={cancelWords}>
      {isWaiting ? (
        <Button size="sm" disabled={isBusy} onClick={() => void settle(id, "leave")}>
          {t("leave", { name })}
        </Button>
      ) : null}
      <Button size="sm" disabled={isBusy} onClick={() => void settle(id, "insist")}>
        {t("insist")}
      </Button>
    </Choice>
  );
}

function Choice({
  tone,
  title,
  about,
  words,
  children,
}: {
  tone: "info" | "warn";
  title: string;
  about: string;
  words?: string;
  children: ReactNode;
}) {
  const mayDispatch = useMay("plan.dispatch");
  return (
    <Banner tone={tone} title={title}>
      {words ? <blockquote className="my-1 break-words border-line border-l-2 pl-2">{words}</blockquote> : null}
      <p>{about}</p>
      {mayDispatch ? <div className="mt-2 flex flex-wrap gap-2">{children}</div> : null}
    </Banner>
  );
}

function TakeBack({ name, decisions: { isBusy, takeBack } }: { name: string; decisions: Decisions }) {
  const t = useWords("orderPartner");
  const mayDispatch = useMay("plan.dispatch");
  const [isAsking, setAsking] = useState(false);
  if (!mayDispatch) return null;
  return (
    <>
      <Button size="sm" className="self-start" icon={<Undo2 />} onClick={() => setAsking(true)}>
        {t("takeBack")}
      </Button>
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("takeBackTitle", { name })}
        description={t("takeBackAbout")}
        confirmLabel={t("takeBack")}
        pending={isBusy}
        onConfirm={() => void takeBack().finally(() => setAsking(false))}
      />
    </>
  );
}
