"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";

type Picture = RouterOutput["exception"]["viewPictures"]["pictures"][number];

/** Which pictures there are, kept true by live events, and where they can be looked at: asked for only when there are some. */
function useReportedPictures(exceptionId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const known = useQuery(trpc.exception.pictures.queryOptions({ exceptionId })).data;
  useLiveRefresh(/^proof\.(uploaded|verified|rejected|lost|cleared)$/, [
    trpc.exception.pictures.queryKey({ exceptionId }),
  ]);
  const pictures = useQuery({
    queryKey: [...trpc.exception.viewPictures.mutationKey(), exceptionId, known?.proofIds],
    queryFn: () => client.exception.viewPictures.mutate({ exceptionId }),
    enabled: (known?.proofIds.length ?? 0) > 0,
    staleTime: 4 * 60_000,
    gcTime: 4 * 60_000,
    refetchOnWindowFocus: false,
  });
  return { known, pictures };
}

/** What a driver photographed of what he reported: small, and each large upon a click. */
export function ReportedPictures({ exception }: { exception: Exception }) {
  const t = useWords("exceptions");
  const refusalOf = useRefusalOf();
  const { known, pictures } = useReportedPictures(exception.id);
  const [openId, setOpenId] = useState<string | null>(null);
  if (!known || known.proofIds.length + known.awaited === 0) return null;
  const shown = pictures.data?.pictures ?? [];
  const open = shown.find(({ proofId }) => proofId === openId);
  const nameOf = (picture: Picture) => t("picture", { number: String(shown.indexOf(picture) + 1) });
  return (
    <section className="flex flex-col gap-2" data-testid="reported-pictures">
      <h3 className="font-medium">{t("pictures")}</h3>
      {pictures.error ? (
        <Banner tone="error" title={t("picturesUnreadable")}>
          {refusalOf(pictures.error).message}
        </Banner>
      ) : null}
      <ul className="flex flex-wrap gap-2 empty:hidden">
        {pictures.isLoading ? known.proofIds.map((id) => <Skeleton key={id} className="size-24" />) : null}
        {shown.map((picture) => (
          <li key={picture.proofId}>
            <button
              type="button"
              aria-haspopup="dialog"
              className="size-24 overflow-hidden rounded-md border border-line bg-canvas hover:border-accent"
              onClick={() => setOpenId(picture.proofId)}
            >
              {/* biome-ignore lint/performance/noImgElement: an address good for minutes is nothing to optimise or keep. */}
              <img src={picture.thumbnailUrl} alt={nameOf(picture)} className="size-full object-cover" />
            </button>
          </li>
        ))}
      </ul>
      {known.awaited > 0 ? (
        <p className="text-ink-muted text-sm">{t("picturesAwaited", { count: known.awaited })}</p>
      ) : null}
      {open ? (
        <Dialog open onOpenChange={(isOpen) => !isOpen && setOpenId(null)} title={nameOf(open)} size="xl">
          {/* biome-ignore lint/performance/noImgElement: see above. */}
          <img src={open.url} alt={nameOf(open)} className="mx-auto max-h-[64dvh] max-w-full object-contain" />
        </Dialog>
      ) : null}
    </section>
  );
}
