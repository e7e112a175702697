"use client";
import { Copy, ExternalLink } from "lucide-react";
import { useCopy } from "@/components/lib/use-copy";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Drawer } from "@/components/ui/drawer";
import { audienceOf, type MessageAudience } from "@/server/domain/message/message-purpose";
import { AttachedFile } from "./attached-file";
import { findLink } from "./find-link";
import { ChannelText } from "./message-columns";
import { MessageStatusBadge } from "./message-status-badge";
import { explainStatus, type Message, purposeText, viaText } from "./message-words";
import { ResendMessage } from "./resend-message";

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
  const t = useWords("outbox");
  return (
    <Drawer
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={message ? message.subject || purposeText(t, message.purpose) : t("message")}
      description={message ? t("to", { name: message.recipientName || message.recipient }) : undefined}
    >
      {message ? <MessageBody message={message} zone={zone} onClose={onClose} /> : null}
    </Drawer>
  );
}

function MessageBody({ message, zone, onClose }: { message: Message; zone: string; onClose: () => void }) {
  const t = useWords("outbox");
  const link = findLink(message.body);
  const isLost = message.status === "failed" || message.status === "unknown";
  const isResendable = isLost && audienceOf(message.purpose) === "partners";
  const mayDispatch = useMay("plan.dispatch");
  return (
    <div className="flex flex-col gap-5">
      <Banner tone={bannerTones[message.status]} title={t(`status.${message.status}`)}>
        {explainStatus(t, message)}
      </Banner>
      {isResendable && mayDispatch ? <ResendMessage message={message} onDone={onClose} /> : null}
      {link && !link.includes("/track/…") ? <LinkBox link={link} audience={audienceOf(message.purpose)} /> : null}
      {message.exchangeId ? <AttachedFile messageId={message.id} /> : null}
      <section aria-label={t("textOf")}>
        <h3 className="mb-1 font-medium text-sm">{t("text")}</h3>
        <pre className="whitespace-pre-wrap break-words rounded-md border border-line bg-surface p-3 font-sans text-base">
          {message.body}
        </pre>
      </section>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 [&>dt]:text-ink-muted">
        <dt>{t("column.to")}</dt>
        <dd className="break-all">{message.recipient}</dd>
        <dt>{t("column.channel")}</dt>
        <dd>
          <ChannelText channel={message.channel} />
        </dd>
        <dt>{t("status")}</dt>
        <dd>
          <MessageStatusBadge status={message.status} />
        </dd>
        {message.via ? (
          <>
            <dt>{t("column.via")}</dt>
            <dd>{viaText(t, message.via)}</dd>
          </>
        ) : null}
        <dt>{t("column.written")}</dt>
        <dd>{t.format.instant(message.createdAt, zone)}</dd>
        <dt>{t("lastChange")}</dt>
        <dd>{t.format.instant(message.updatedAt, zone)}</dd>
      </dl>
    </div>
  );
}

function LinkBox({ link, audience }: { link: string; audience: MessageAudience }) {
  const t = useWords("outbox");
  const copy = useCopy();
  return (
    <section aria-label={t(`linkOf.${audience}`)} className="rounded-md border border-line bg-surface p-3">
      <h3 className="font-medium text-sm">{t(`linkOf.${audience}`)}</h3>
      <p className="mt-1 select-all break-all font-mono text-sm">{link}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" icon={<Copy />} onClick={() => void copy(link, t("link"))}>
          {t("copyLink")}
        </Button>
        <a href={link} target="_blank" rel="noreferrer" className={buttonClass({ variant: "ghost", size: "sm" })}>
          <ExternalLink aria-hidden="true" className="size-4" />
          {t("open")}
        </a>
      </div>
      <p className="mt-2 text-ink-muted text-sm">{t(`linkHint.${audience}`)}</p>
    </section>
  );
}
