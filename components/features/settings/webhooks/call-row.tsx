"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronRight, Send } from "lucide-react";
import { useState } from "react";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { answerText, CALL_TONES, type Call, REFRESH_MS } from "./webhook-words";

/** One message: what it tells of and how it fared; opened, its body and every try. */
export function CallRow({ call, mayChange }: { call: Call; mayChange: boolean }) {
  const t = useWords("settingsWebhooks");
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="border-line border-b last:border-b-0">
      <details open={isOpen} onToggle={(toggled) => setOpen(toggled.currentTarget.open)} className="group">
        <summary className="flex cursor-pointer list-none items-center gap-2 px-3 py-2 outline-offset-[-2px] hover:bg-hover">
          <ChevronRight
            aria-hidden="true"
            className="size-4 shrink-0 text-ink-muted transition-transform duration-100 group-open:rotate-90"
          />
          <span className="min-w-0 flex-1 truncate">
            <span className="font-medium">{t(`topic.${call.topic}`)}</span>
            <time className="block text-ink-muted text-sm sm:hidden">
              {t.format.instant(call.createdAt, browserTimeZone())}
            </time>
          </span>
          <span className="hidden min-w-0 max-w-56 truncate text-ink-muted text-sm sm:block">
            {answerText(t, call.lastStatus, call.lastFailure)}
          </span>
          <Badge tone={CALL_TONES[call.status]}>{t(`call.${call.status}`)}</Badge>
          <time className="hidden w-36 shrink-0 text-right text-ink-muted text-sm sm:block">
            {t.format.instant(call.createdAt, browserTimeZone())}
          </time>
        </summary>
        {isOpen ? <CallDetails id={call.id} mayChange={mayChange} /> : null}
      </details>
    </li>
  );
}

function CallDetails({ id, mayChange }: { id: string; mayChange: boolean }) {
  const t = useWords("settingsWebhooks");
  const trpc = useTRPC();
  const refusalOf = useRefusalOf();
  const { data, error } = useQuery(
    trpc.webhook.message.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.status === "waiting" ? REFRESH_MS : false) },
    ),
  );
  if (error) {
    return (
      <Banner tone="error" className="m-3">
        {refusalOf(error).message}
      </Banner>
    );
  }
  if (!data) return <Skeleton className="m-3 h-24" />;
  const zone = browserTimeZone();
  return (
    <div className="flex flex-col gap-3 bg-canvas px-3 py-3 text-sm sm:pl-9">
      <p className="text-ink-muted">
        {t.rich("named", {
          id: data.messageId,
          code: (words) => <span className="select-all break-all font-mono">{words}</span>,
        })}
        {data.status === "waiting" ? ` · ${t("nextTry", { time: t.format.instant(data.nextTryAt, zone) })}` : null}
      </p>
      <Text title={t("request")} text={data.body ?? t("notYetSent")} />
      {data.attempts.map((attempt) => (
        <Text
          key={attempt.number}
          title={t("try", {
            number: String(attempt.number),
            time: t.format.instant(attempt.at, zone),
            answer: answerText(t, attempt.status, attempt.failure) || t("nothing"),
            milliseconds: attempt.milliseconds,
          })}
          text={attempt.answer || t("emptyAnswer")}
        />
      ))}
      {mayChange && data.status !== "waiting" ? <ResendButton id={id} /> : null}
    </div>
  );
}

function Text({ title, text }: { title: string; text: string }) {
  return (
    <section aria-label={title}>
      <h4 className="mb-1 font-medium">{title}</h4>
      <pre className="scroll-quiet max-h-48 overflow-auto whitespace-pre-wrap break-all rounded-md border border-line bg-surface p-2 font-mono text-xs">
        {text}
      </pre>
    </section>
  );
}

function ResendButton({ id }: { id: string }) {
  const t = useWords("settingsWebhooks");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refused = useRefusalToast();
  const resend = useMutation(
    trpc.webhook.resend.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.webhook.messages.queryKey() }),
      onError: (error) => refused(t("notResent"), error),
    }),
  );
  return (
    <Button
      size="sm"
      className="self-start"
      icon={<Send />}
      loading={resend.isPending}
      onClick={() => resend.mutate({ id })}
    >
      {t("resend")}
    </Button>
  );
}
