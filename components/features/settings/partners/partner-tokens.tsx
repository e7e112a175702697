"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Copy, KeyRound } from "lucide-react";
import { useState } from "react";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useCopy } from "@/components/lib/use-copy";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

interface Made {
  readonly secret: string;
  readonly signingSecret: string | null;
}

/** The tokens of a partner's programs: made and shown once, revoked. */
export function PartnerTokens({ partnerId }: { partnerId: string }) {
  const t = useWords("settingsPartners");
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refused = useRefusalToast();
  const { attempt, isPending, refusal } = useAttempt();
  const { data: tokens = [] } = useQuery(trpc.partner.tokens.queryOptions({ partnerId }));
  const [name, setName] = useState("");
  const [made, setMade] = useState<Made | null>(null);
  const [revoking, setRevoking] = useState<string | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: trpc.partner.tokens.queryKey() });
  const make = () =>
    attempt(t("tokenMade"), async () => {
      const { secret, signingSecret } = await client.partner.createToken.mutate({ partnerId, name, expiresAt: null });
      setMade({ secret, signingSecret });
      setName("");
      await refresh();
    });
  const revoke = async () => {
    try {
      if (revoking) await client.partner.revokeToken.mutate({ id: revoking });
    } catch (error) {
      refused(t("notDone"), error);
    }
    setRevoking(null);
    await refresh();
  };
  return (
    <section aria-label={t("tokens")} className="flex flex-col gap-3 border-line border-t pt-5">
      <div>
        <h3 className="font-semibold">{t("tokens")}</h3>
        <p className="text-ink-muted">{t("tokensAbout")}</p>
      </div>
      {made ? (
        <Banner tone="warn" title={t("tokenOnce")} onDismiss={() => setMade(null)}>
          <Once label={t("token")} text={made.secret} />
          {made.signingSecret ? <Once label={t("tokenSecret")} text={made.signingSecret} /> : null}
        </Banner>
      ) : null}
      {refusal ? <Banner tone="error">{refusal.message}</Banner> : null}
      {tokens.length === 0 ? <p className="text-ink-muted">{t("noTokens")}</p> : null}
      <ul aria-label={t("tokens")}>
        {tokens.map((token) => (
          <li key={token.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2">
            <span className="font-medium">{token.name}</span>
            <span className="font-mono text-ink-muted text-sm">{token.prefix}…</span>
            <span className="flex-1 text-ink-muted text-sm">
              {token.lastUsedAt
                ? t("lastUsed", { time: t.format.instant(token.lastUsedAt, browserTimeZone()) })
                : t("neverUsed")}
            </span>
            {token.revokedAt ? (
              <Badge>{t("revoked")}</Badge>
            ) : (
              <Button size="sm" aria-label={`${t("revoke")}: ${token.name}`} onClick={() => setRevoking(token.id)}>
                {t("revoke")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") void make();
        }}
      >
        <TextField label={t("tokenName")} maxLength={120} value={name} onValueChange={setName} />
        <Button type="submit" icon={<KeyRound />} disabled={name.trim() === ""} loading={isPending}>
          {t("makeToken")}
        </Button>
      </form>
      <AlertDialog
        open={revoking !== null}
        onOpenChange={(isOpen) => !isOpen && setRevoking(null)}
        title={t("revokeTitle")}
        description={t("revokeAbout")}
        confirmLabel={t("revoke")}
        tone="danger"
        onConfirm={() => void revoke()}
      />
    </section>
  );
}

function Once({ label, text }: { label: string; text: string }) {
  const t = useWords("settingsPartners");
  const copy = useCopy();
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-2">
      <span>{label}</span>
      <output aria-label={label} className="min-w-0 select-all break-all font-mono text-sm">
        {text}
      </output>
      <Button size="sm" icon={<Copy />} onClick={() => void copy(text, label)}>
        {t("copy")}
      </Button>
    </div>
  );
}
