"use client";
import { useId } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { TextField } from "@/components/ui/text-field";
import {
  brandAccents,
  contrastOnPage,
  hexColorSchema,
  isReadable,
  LEAST_CONTRAST,
} from "@/server/domain/brand/brand-color";

export type ColorFieldProps = {
  label: string;
  hint: string;
  /** "#0f6b58", as it is typed; empty: none. */
  value: string;
  onValueChange: (color: string) => void;
  /** What the page would be in if nothing is chosen. */
  fallback: string;
  sender: string;
  disabled?: boolean;
};

const OURS = "#0f6b58";

/** A colour of a customer's page: typed or picked, with how well it can be read, and a page in it, by day and by night. */
export function ColorField({ label, hint, value, onValueChange, fallback, sender, disabled }: ColorFieldProps) {
  const t = useWords("settingsOrganization");
  const id = useId();
  const parsed = hexColorSchema.safeParse(value);
  const usual = fallback || OURS;
  const shown = parsed.success && isReadable(parsed.data) ? parsed.data : usual;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-end gap-2">
        <TextField
          className="min-w-0 flex-1"
          label={label}
          hint={hint}
          placeholder={usual}
          spellCheck={false}
          disabled={disabled}
          value={value}
          onValueChange={onValueChange}
          error={problemOf(t, value)}
          trailing={
            <label htmlFor={id} className="flex items-center">
              <span className="sr-only">{t("pickColor")}</span>
              <input
                id={id}
                type="color"
                disabled={disabled}
                value={parsed.success ? parsed.data : usual}
                onChange={(event) => onValueChange(event.target.value)}
                className="size-6 cursor-pointer rounded-sm border-0 bg-transparent p-0"
              />
            </label>
          }
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <PageSample sender={sender} accent={brandAccents(shown).light} isDark={false} />
        <PageSample sender={sender} accent={brandAccents(shown).dark} isDark />
      </div>
    </div>
  );
}

/** What is wrong with a colour; undefined: it can be taken. */
export function problemOf(t: ReturnType<typeof useWords<"settingsOrganization">>, value: string): string | undefined {
  if (value.trim() === "") return undefined;
  const parsed = hexColorSchema.safeParse(value);
  if (!parsed.success) return t("problem.color");
  if (isReadable(parsed.data)) return undefined;
  const digits = { maximumFractionDigits: 1 };
  const contrast = t.format.number(contrastOnPage(parsed.data), digits);
  return t("problem.contrast", { contrast, least: t.format.number(LEAST_CONTRAST, digits) });
}

/** The top of a customer's page. Its colours are the page's own, whatever theme the desk is in. */
function PageSample({ sender, accent, isDark }: { sender: string; accent: string; isDark: boolean }) {
  const t = useWords("settingsOrganization");
  const ground = isDark ? "#101513" : "#f3f2ee";
  const card = isDark ? "#181f1c" : "#fffefb";
  const ink = isDark ? "#e8ede9" : "#1b2420";
  return (
    <figure className="flex flex-col gap-1">
      <div aria-hidden="true" style={{ background: ground, color: ink }} className="rounded-lg border border-line p-3">
        <p className="mb-2 flex items-center gap-2 font-semibold text-sm">
          <span
            style={{ background: accent, color: card }}
            className="flex size-6 items-center justify-center rounded-full"
          >
            {[...sender][0] ?? ""}
          </span>
          <span className="truncate">{sender}</span>
        </p>
        <div style={{ background: card }} className="rounded-md p-3">
          <p style={{ color: accent }} className="font-medium">
            {t("sampleState")}
          </p>
          <span
            style={{ background: accent, color: card }}
            className="mt-2 inline-block rounded-md px-3 py-1 font-semibold text-sm"
          >
            {t("sampleButton")}
          </span>
        </div>
      </div>
      <figcaption className="text-ink-muted text-sm">{t(isDark ? "sampleDark" : "sampleLight")}</figcaption>
    </figure>
  );
}
