"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { DEFAULT_NOTIFICATION_POLICY, type QuietHours } from "@/server/domain/notification/notification-policy";
import { secondsOf, timeText } from "../form/wall-time";

export type QuietHoursFieldsProps = {
  quietHours: QuietHours | null;
  isWrong: boolean;
  onQuietHoursChange: (quietHours: QuietHours | null) => void;
};

/** The hours in which people are left alone, by the clock where they live. */
export function QuietHoursFields({ quietHours, isWrong, onQuietHoursChange }: QuietHoursFieldsProps) {
  const t = useWords("settingsMessages");
  const field = (name: keyof QuietHours) =>
    quietHours ? (
      <TextField
        label={t(`quietHours.${name}`)}
        type="time"
        value={timeText(quietHours[name])}
        onValueChange={(time) => {
          const seconds = secondsOf(time);
          // A half-typed time is empty: the last whole one stands until the next is complete.
          if (seconds !== null) onQuietHoursChange({ ...quietHours, [name]: seconds });
        }}
        error={isWrong && name === "toSeconds" ? t("quietHours.same") : undefined}
        className="w-32"
      />
    ) : null;
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3 border-line border-t pt-4">
      <Switch
        label={t("quietHours.title")}
        hint={t("quietHours.about")}
        checked={quietHours !== null}
        onCheckedChange={(isOn) => onQuietHoursChange(isOn ? DEFAULT_NOTIFICATION_POLICY.quietHours : null)}
        className="min-w-0 flex-1 basis-64"
      />
      {field("fromSeconds")}
      {field("toSeconds")}
    </div>
  );
}
