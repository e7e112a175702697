"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button-class";

const REFETCH_MS = 20_000;

/** Programs that take nothing of what they are told, on every page until they do again or somebody has seen to them. */
export function WebhookNotice() {
  const t = useWords("appShell");
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.webhook.troubled.queryOptions({}), refetchInterval: REFETCH_MS });
  if (!data || data.length === 0) return null;
  return (
    <section aria-label={t("webhook.title")} data-print="hide" className="max-h-32 shrink-0 overflow-y-auto">
      {data.map(({ id, host, state, failures }) => (
        <Banner
          key={id}
          tone={state === "paused" ? "error" : "warn"}
          className="items-center! rounded-none border-line border-b [&>svg]:mt-0"
          actions={
            <Link href={`/settings/webhooks?webhook=${id}`} className={buttonClass({ size: "sm" })}>
              {t("webhook.look")}
            </Link>
          }
        >
          {t(`webhook.${state}`, { host, count: failures })}
        </Banner>
      ))}
    </section>
  );
}
