"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Copy, ExternalLink } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useCopy } from "@/components/lib/use-copy";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { describeLink } from "./door-links";
import { endLinkRequest, type LinkRequest, useLinkRequest } from "./link-requests";
import { useCustomer } from "./use-customer";

/** Answers screens that want a tracking link to hand over; stands once on the page. */
export function LinkDesk() {
  const request = useLinkRequest();
  // A request does not outlive the page it was made on.
  useEffect(() => endLinkRequest, []);
  return request ? <LinkDialog key={request.visitId} request={request} /> : null;
}

/** A link is made at once, unless that would shut one that somebody has. */
function LinkDialog({ request: { deliveryId, visitId, zone } }: { request: LinkRequest }) {
  const t = useWords("customer");
  const refusalOf = useRefusalOf();
  const customer = useCustomer(deliveryId);
  const { make, isIdle, link, error } = useMadeLink(deliveryId);
  const standing = customer.data?.doors
    .find((door) => door.visitId === visitId)
    ?.links.find(({ channel, opens }) => channel === "api" && opens !== "none");
  const isFree = customer.isSuccess && !standing;
  const isAsked = useRef(false);
  useEffect(() => {
    if (!isFree || isAsked.current) return;
    isAsked.current = true;
    make(visitId);
  }, [isFree, make, visitId]);
  const failure = error ?? customer.error;
  return (
    <Dialog open onOpenChange={endLinkRequest} size="sm" title={t("linkTitle")} description={t("linkAbout")}>
      {failure ? (
        <Banner tone="error" title={t("linkFailed")}>
          {refusalOf(failure).message}
        </Banner>
      ) : link ? (
        <MadeLink link={link} />
      ) : standing && isIdle ? (
        <div className="flex flex-col items-start gap-3">
          <p>{t("linkStands", { about: describeLink(t, standing, zone) })}</p>
          <Button variant="primary" onClick={() => make(visitId)}>
            {t("linkNew")}
          </Button>
        </div>
      ) : (
        <p aria-busy="true">
          <span className="sr-only">{t("linkMaking")}</span>
          <Skeleton className="h-10 w-full" />
        </p>
      )}
    </Dialog>
  );
}

function useMadeLink(deliveryId: string) {
  const t = useWords("customer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const copy = useCopy();
  const { mutate, isIdle, data, error } = useMutation(
    trpc.customer.makeLink.mutationOptions({
      onSuccess: ({ link }) => copy(link, t("link")),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.customer.read.queryKey({ deliveryId }) }),
    }),
  );
  return { make: (visitId: string) => mutate({ visitId }), isIdle, link: data?.link ?? null, error };
}

function MadeLink({ link }: { link: string }) {
  const common = useWords("common");
  const t = useWords("customer");
  const copy = useCopy();
  return (
    <div className="flex flex-col gap-3">
      <p className="select-all break-all rounded-md border border-line bg-surface p-3 font-mono text-sm">{link}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" icon={<Copy aria-hidden="true" />} onClick={() => void copy(link, t("link"))}>
          {common("copy")}
        </Button>
        <a href={link} target="_blank" rel="noreferrer" className={buttonClass({ variant: "ghost" })}>
          <ExternalLink aria-hidden="true" className="size-4" />
          {t("openPage")}
        </a>
      </div>
    </div>
  );
}
