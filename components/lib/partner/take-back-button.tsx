"use client";
import { CircleStop, Undo2 } from "lucide-react";
import { useState } from "react";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { usePartnerDecisions } from "./use-delivery-partners";

/** Takes an order in a list back from its partner, once that has been asked; what is only on offer at once. */
export function TakeBackButton({
  deliveryId,
  name,
  isOnOffer,
}: {
  readonly deliveryId: string;
  /** By which the list calls the order. */
  readonly name: string;
  readonly isOnOffer: boolean;
}) {
  const t = useWords("orderPartner");
  const mayDispatch = useMay("plan.dispatch");
  const { isBusy, takeBack } = usePartnerDecisions(deliveryId);
  const [isAsking, setAsking] = useState(false);
  if (!mayDispatch) return null;
  return (
    <>
      <IconButton
        label={t(isOnOffer ? "stopNamed" : "takeBackNamed", { name })}
        icon={isOnOffer ? <CircleStop /> : <Undo2 />}
        disabled={isBusy}
        className="mr-1"
        onClick={() => (isOnOffer ? void takeBack(t("stopped")) : setAsking(true))}
      />
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("takeBackNamed", { name })}
        description={t("takeBackAbout")}
        confirmLabel={t("takeBack")}
        pending={isBusy}
        onConfirm={() => void takeBack().finally(() => setAsking(false))}
      />
    </>
  );
}
