"use client";
import { useState } from "react";
import { type PasskeyProblem, sayPasskeyProblem } from "@/components/lib/passkey/call-passkey";
import { PasskeyButton } from "@/components/lib/passkey/passkey-button";
import { usePasskeyHindrance } from "@/components/lib/passkey/passkey-site";
import { usePasskeyAutofill } from "@/components/lib/passkey/use-passkey-autofill";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";

/** Below the form: in by a passkey, without typing anything; the browser also offers them in the field for the e-mail. */
export function PasskeyWay({ nextPath }: { nextPath: string }) {
  return usePasskeyHindrance() === null ? <Offered nextPath={nextPath} /> : null;
}

function Offered({ nextPath }: { nextPath: string }) {
  const t = useWords("passkey");
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  // A whole page load: nothing that was fetched while signed out may be shown now.
  const enter = () => window.location.replace(nextPath);
  const { pause, offer } = usePasskeyAutofill({ onDone: enter, onProblem: setProblem });
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-center gap-3 text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
      {problem ? <Banner tone="error">{sayPasskeyProblem(t, problem)}</Banner> : null}
      <PasskeyButton
        label={t("signIn")}
        size="lg"
        onBegin={() => {
          setProblem(null);
          pause();
        }}
        onFailed={() => void offer()}
        onDone={enter}
      />
    </div>
  );
}
