import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import type { DispatchChannel } from "./dispatch-receipt";

export const DISPATCH_CHANNELS: readonly DispatchChannel[] = ["email", "sms"];

export interface ChannelChoiceProps {
  readonly channels: readonly DispatchChannel[];
  readonly onChannelsChange: (channels: readonly DispatchChannel[]) => void;
  readonly isDisabled?: boolean;
}

/** By which channels drivers are written to. */
export function ChannelChoice({ channels, onChannelsChange, isDisabled }: ChannelChoiceProps) {
  const t = useWords("boardDispatch");
  return (
    <fieldset className="flex gap-5" disabled={isDisabled}>
      <legend className="sr-only">{t("sendBy")}</legend>
      {DISPATCH_CHANNELS.map((channel) => (
        <Checkbox
          key={channel}
          label={t(`by.${channel}`)}
          checked={channels.includes(channel)}
          onCheckedChange={(isOn) =>
            onChannelsChange(isOn ? [...channels, channel] : channels.filter((each) => each !== channel))
          }
        />
      ))}
    </fieldset>
  );
}
