"use client";
import { useMemo } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { EditDialog } from "../form/edit-dialog";
import { OfferFields } from "./offer-fields";
import { checkOffer, draftOfOffer } from "./slot-draft";
import { type Offer, useSaveSlots, type Zone } from "./use-slots";

export type OfferDialogProps = {
  zone: Zone;
  /** Null adds one. */
  offer: Offer | null;
  onClose: () => void;
};

/** A window offered to a zone's customers. */
export function OfferDialog({ zone, offer, onClose }: OfferDialogProps) {
  const common = useWords("common");
  const t = useWords("settingsSlots");
  const client = useTRPCClient();
  const initial = useMemo(() => draftOfOffer(offer), [offer]);
  const draft = useDraft(initial);
  const { save, isPending, refusal } = useSaveSlots();
  const { values } = draft;

  async function submit() {
    const checked = checkOffer(t, values, zone.id);
    if (!checked.ok) return draft.complain(checked.errors);
    const known = offer ? { id: offer.id, seenAt: offer.updatedAt.toISOString() } : {};
    const input = { ...known, offer: checked.input };
    if (await save(t("offer.saved"), () => client.slot.saveOffer.mutate(input))) onClose();
  }
  async function remove(offerId: string) {
    if (await save(t("offer.removed"), () => client.slot.removeOffer.mutate({ offerId }))) onClose();
  }

  return (
    <EditDialog
      title={t(offer ? "offer.editTitle" : "offer.new", { zone: zone.name })}
      form={draft.form}
      isDirty={JSON.stringify(values) !== JSON.stringify(initial)}
      isPending={isPending}
      refusal={refusal}
      removal={
        offer
          ? {
              label: common("delete"),
              title: t("offer.removeTitle"),
              about: t("offer.removeAbout"),
              onConfirm: () => void remove(offer.id),
            }
          : undefined
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <OfferFields draft={draft} />
    </EditDialog>
  );
}
