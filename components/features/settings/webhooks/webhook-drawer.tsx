"use client";
import { Drawer } from "@/components/ui/drawer";
import { CallLog } from "./call-log";
import { WebhookActions } from "./webhook-actions";
import { WebhookHealth } from "./webhook-health";
import type { Webhook } from "./webhook-words";

export type WebhookDrawerProps = {
  /** The last that was opened, so that the drawer does not empty on its way out. */
  webhook: Webhook | null;
  title: string;
  open: boolean;
  mayChange: boolean;
  onClose: () => void;
  onEdit: () => void;
  onSecret: (secret: string) => void;
};

/** One subscriber: how he is, what can be done about it, and all he was sent. */
export function WebhookDrawer({ webhook, title, open, mayChange, onClose, onEdit, onSecret }: WebhookDrawerProps) {
  return (
    <Drawer
      open={open}
      onOpenChange={(next) => !next && onClose()}
      size="xl"
      title={<span className="break-all">{webhook?.url}</span>}
      description={title}
    >
      {webhook ? (
        <div className="flex flex-col gap-5">
          <WebhookHealth webhook={webhook} />
          {mayChange ? (
            <WebhookActions webhook={webhook} onEdit={onEdit} onSecret={onSecret} onDeleted={onClose} />
          ) : null}
          <CallLog webhookId={webhook.id} mayChange={mayChange} />
        </div>
      ) : null}
    </Drawer>
  );
}
