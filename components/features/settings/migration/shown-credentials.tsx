"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { CopyLine } from "./copy-line";

export type ShownCredentialsProps = {
  shown: {
    readonly baseUrl: string;
    readonly credentials: readonly { readonly label: string; readonly value: string; readonly isSecret: boolean }[];
    readonly tryIt: string | null;
  };
  /** The address is said here, and not beside it. */
  withAddress?: boolean;
};

/** What a program is configured with, this once: address, credentials in its API's words, and a line to try them. */
export function ShownCredentials({ shown, withAddress }: ShownCredentialsProps) {
  const t = useWords("settingsMoving");
  const { baseUrl, credentials, tryIt } = shown;
  // The longest first: a header holds the secret that stands by itself.
  const secrets = credentials
    .flatMap(({ value, isSecret }) => (isSecret ? [value] : []))
    .sort((a, b) => b.length - a.length);
  return (
    <div className="flex flex-col gap-4">
      <Banner tone="warn" title={t("shownOnce")}>
        {t("shownOnceAbout")}
      </Banner>
      {withAddress ? <CopyLine label={t("address")} value={baseUrl} /> : null}
      {credentials.map(({ label, value, isSecret }) => (
        <CopyLine key={label} label={label} value={value} secrets={isSecret ? [value] : []} />
      ))}
      {tryIt ? (
        <CopyLine label={t("tryIt")} value={tryIt} secrets={secrets} />
      ) : (
        <p className="text-ink-muted">{t("nothingToTry")}</p>
      )}
    </div>
  );
}
