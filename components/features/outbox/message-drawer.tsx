"use client";
import { Copy, ExternalLink } from "lucide-react";
import { formatInstant } from "@/components/lib/format";
import { useCopy } from "@/components/lib/use-copy";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Drawer } from "@/components/ui/drawer";
import { findLink } from "./find-link";
import { ChannelText } from "./message-columns";
import { MessageStatusBadge } from "./message-status-badge";
import { explainStatus, type Message, purposeText, STATUS_LABELS, viaText } from "./message-words";

export type MessageDrawerProps = {
  /** Kept while the drawer closes, so that it does not empty on its way out. */
  message: Message | null;
  open: boolean;
  zone: string;
  onClose: () => void;
};

const bannerTones = {
  queued: "info",
  sending: "info",
  sent: "ok",
  kept: "info",
  failed: "error",
  unknown: "warn",
} as const;

/** One message in full, with the driver's link to hand over. */
export function MessageDrawer({ message, open, zone, onClose }: MessageDrawerProps) {
  return (
    <Drawer
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={message ? message.subject || purposeText(message.purpose) : "Message"}
      description={message ? `To ${message.recipientName || message.recipient}` : undefined}
    >
      {message ? <MessageBody message={message} zone={zone} /> : null}
    </Drawer>
  );
}

function MessageBody({ message, zone }: { message: Message; zone: string }) {
  const link = findLink(message.body);
  return (
    <div className="flex flex-col gap-5">
      <Banner tone={bannerTones[message.status]} title={STATUS_LABELS[message.status]}>
        {explainStatus(message)}
      </Banner>
      {link ? <LinkBox link={link} /> : null}
      <section aria-label="Text of the message">
        <h3 className="mb-1 font-medium text-sm">Text</h3>
        <pre className="whitespace-pre-wrap break-words rounded-md border border-line bg-surface p-3 font-sans text-base">
          {message.body}
        </pre>
      </section>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 [&>dt]:text-ink-muted">
        <dt>To</dt>
        <dd className="break-all">{message.recipient}</dd>
        <dt>Channel</dt>
        <dd>
          <ChannelText channel={message.channel} />
        </dd>
        <dt>Status</dt>
        <dd>
          <MessageStatusBadge status={message.status} />
        </dd>
        {message.via ? (
          <>
            <dt>Via</dt>
            <dd>{viaText(message.via)}</dd>
          </>
        ) : null}
        <dt>Written</dt>
        <dd>{formatInstant(message.createdAt, zone, "en-GB")}</dd>
        <dt>Last change</dt>
        <dd>{formatInstant(message.updatedAt, zone, "en-GB")}</dd>
      </dl>
    </div>
  );
}

function LinkBox({ link }: { link: string }) {
  const copy = useCopy();
  return (
    <section aria-label="Driver link" className="rounded-md border border-line bg-surface p-3">
      <h3 className="font-medium text-sm">Driver link</h3>
      <p className="mt-1 select-all break-all font-mono text-sm">{link}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" icon={<Copy />} onClick={() => void copy(link, "Link")}>
          Copy link
        </Button>
        <a href={link} target="_blank" rel="noreferrer" className={buttonClass({ variant: "ghost", size: "sm" })}>
          <ExternalLink aria-hidden="true" className="size-4" />
          Open
        </a>
      </div>
      <p className="mt-2 text-ink-muted text-sm">Whoever has this link sees the route: hand it to the driver only.</p>
    </section>
  );
}
