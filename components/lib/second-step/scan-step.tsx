"use client";
import { Copy } from "lucide-react";
import { type FormEvent, useState } from "react";
import { authClient } from "@/components/lib/auth-client";
import { useCopy } from "@/components/lib/use-copy";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { callSecondStep, keyOfUri, plainCode, type SecondStepProblem, saySecondStepProblem } from "./call-second-step";
import { QrCode } from "./qr-code";

/** Brings the secret into an app, and has the app show that it arrived. */
export function ScanStep({ uri, onDone }: { uri: string; onDone: () => void }) {
  const t = useWords("secondStep");
  const { values, errors, form, set, complain } = useDraft({ code: "" });
  const [problem, setProblem] = useState<SecondStepProblem | null>(null);
  const [isPending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const code = plainCode(values.code);
    if (!/^\d{6}$/.test(code)) return complain({ code: t("enterCode") });
    setPending(true);
    setProblem(null);
    const outcome = await callSecondStep(authClient.twoFactor.verifyTotp({ code }));
    setPending(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    onDone();
  }

  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {problem ? <Banner tone="error">{saySecondStepProblem(t, problem)}</Banner> : null}
      <Secret uri={uri} />
      <TextField
        label={t("code")}
        hint={t("codeHint")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        value={values.code}
        onValueChange={(text) => set("code", text)}
        error={errors.code}
        inputClassName="font-mono tabular-nums"
      />
      <Button type="submit" variant="primary" className="self-end" loading={isPending}>
        {t("confirm")}
      </Button>
    </form>
  );
}

function Secret({ uri }: { uri: string }) {
  const t = useWords("secondStep");
  const copy = useCopy();
  const key = keyOfUri(uri);
  return (
    <div className="flex flex-col gap-4 sm:flex-row">
      <QrCode text={uri} label={t("qr")} />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-2">
        <p className="text-pretty">{t("scan")}</p>
        <p className="text-pretty text-ink-muted">{t("byHand")}</p>
        <p data-testid="totp-key" className="select-all break-words font-mono text-sm">
          {key}
        </p>
        <Button size="sm" icon={<Copy />} onClick={() => void copy(key.replaceAll(" ", ""), t("key"))}>
          {t("copyKey")}
        </Button>
        <a href={uri} className="rounded-sm font-medium text-accent underline-offset-2 hover:underline sm:hidden">
          {t("openApp")}
        </a>
      </div>
    </div>
  );
}
