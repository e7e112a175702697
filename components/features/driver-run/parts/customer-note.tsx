"use client";
import { MessageSquare } from "lucide-react";
import { useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { CUSTOMER_NOTES, type CustomerNote as Note } from "@/server/domain/message/customer-note";
import { newUuid } from "../store/new-uuid";
import { useRunDesk } from "../store/run-context";
import { BigButton, bigButtonClass } from "./big-button";
import { ChoiceList } from "./choice-list";

/** Has the desk's server write to whoever waits at a stop: the driver chooses what, and never learns the number. */
export function CustomerNote({ visitId }: { visitId: string }) {
  const t = useWords("driverRun");
  const desk = useRunDesk();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState<Note | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** The message's name until it has gone, so that what is sent twice is written once. */
  const messageId = useRef("");
  const send = async () => {
    if (!note) return;
    messageId.current ||= newUuid();
    setBusy(true);
    const sent = await desk.writeToCustomer({ messageId: messageId.current, visitId, note });
    setBusy(false);
    if (sent === "away") return toast.show({ title: t("noteAway"), tone: "error" });
    messageId.current = "";
    setOpen(false);
    setNote(null);
    toast.show(sent === "ok" ? { title: t("noteSent") } : { title: t("noteRefused"), tone: "error" });
  };
  return (
    <>
      <button type="button" aria-label={t("message")} onClick={() => setOpen(true)} className={bigButtonClass()}>
        <MessageSquare aria-hidden="true" />
      </button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t("noteTitle")} description={t("noteAbout")}>
        <div className="flex flex-col gap-4">
          <ChoiceList
            label={t("noteTitle")}
            choices={CUSTOMER_NOTES.map((value) => ({ value, label: t(`note.${value}`) }))}
            value={note}
            onChange={(chosen) => {
              messageId.current = "";
              setNote(chosen);
            }}
          />
          <BigButton look="primary" disabled={isBusy || note === null} onClick={() => void send()}>
            {t("send")}
          </BigButton>
        </div>
      </Dialog>
    </>
  );
}
