"use client";
import { AlarmClock } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";

/** In minutes. */
const SPANS = [15, 30, 60, 120, 240] as const;

export interface SnoozeMenuProps {
  readonly disabled?: boolean;
  readonly onSnooze: (minutes: number) => void;
}

/** Puts what stands out of sight for a while; it comes back earlier when it gets graver. */
export function SnoozeMenu({ disabled, onSnooze }: SnoozeMenuProps) {
  const t = useWords("exceptions");
  return (
    <Menu
      trigger={
        <Button size="sm" icon={<AlarmClock />} disabled={disabled}>
          {t("snooze")}
        </Button>
      }
      entries={[
        { type: "heading", id: "about", label: t("snoozeAbout") },
        ...SPANS.map((minutes) => ({
          id: String(minutes),
          label: t.format.duration(minutes * 60),
          onSelect: () => onSnooze(minutes),
        })),
      ]}
    />
  );
}
