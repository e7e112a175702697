import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { downloadText } from "@/components/lib/download-text";
import { useTRPC } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";

/** The file that goes with a message, to be handed over by hand where the message has not left. */
export function AttachedFile({ messageId }: { messageId: string }) {
  const t = useWords("outbox");
  const { data, isPending } = useQuery(useTRPC().message.attachment.queryOptions({ messageId }));
  if (isPending) return null;
  return (
    <section aria-label={t("attachment")} className="rounded-md border border-line bg-surface p-3">
      <h3 className="font-medium text-sm">{t("attachment")}</h3>
      {data ? (
        <>
          <p className="mt-1 font-mono text-sm">{data.fileName}</p>
          <Button
            className="mt-3"
            size="sm"
            icon={<Download />}
            onClick={() => downloadText(data.fileName, data.mediaType, data.content)}
          >
            {t("download")}
          </Button>
        </>
      ) : (
        <p className="mt-1 text-ink-muted text-sm">{t("attachmentGone")}</p>
      )}
    </section>
  );
}
