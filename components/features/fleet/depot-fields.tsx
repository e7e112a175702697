"use client";
import type { useDraft } from "@/components/lib/use-draft";
import type { BasemapSources } from "@/components/map/load-basemap";
import { Button } from "@/components/ui/button";
import { CountryPicker } from "@/components/ui/country-picker";
import { TextField } from "@/components/ui/text-field";
import type { DepotDraft } from "./depot-draft";
import { DepotPinMap } from "./depot-pin-map";
import { placeText } from "./depot-words";
import { FormGroup } from "./edit-drawer";
import type { Depot } from "./use-fleet";

export type DepotFieldsProps = {
  draft: ReturnType<typeof useDraft<DepotDraft>>;
  depot: Depot | null;
  others: readonly Depot[];
  basemap: BasemapSources;
  mayEdit: boolean;
};

type TextKey = Exclude<keyof DepotDraft, "pin">;

export function DepotFields({ draft, depot, others, basemap, mayEdit }: DepotFieldsProps) {
  const { values, errors, set } = draft;
  const field = (key: TextKey) => ({
    value: values[key],
    onValueChange: (text: string) => set(key, text),
    error: errors[key],
  });
  const stored = depot && depot.lat !== null && depot.lng !== null ? { lat: depot.lat, lng: depot.lng } : null;
  return (
    <>
      <FormGroup title="Depot">
        <TextField label="Name" required autoComplete="off" placeholder="North" {...field("name")} />
        <TextField
          label="Time at the depot (minutes)"
          inputMode="decimal"
          placeholder="0"
          hint="Loading before the first stop."
          className="sm:max-w-1/2"
          {...field("serviceMinutes")}
        />
      </FormGroup>
      <FormGroup title="Address">
        <TextField label="Street and number" required autoComplete="off" {...field("street")} />
        <div className="grid grid-cols-[1fr_2fr] gap-3">
          <TextField label="Postcode" autoComplete="off" {...field("postcode")} />
          <TextField label="City" autoComplete="off" {...field("city")} />
        </div>
        <CountryPicker
          label="Country"
          disabled={!mayEdit}
          value={values.country}
          onValueChange={(country) => set("country", country)}
          error={errors.country}
        />
      </FormGroup>
      <FormGroup title="Place on the map">
        <p className="text-ink-muted">{placeOnMap(values, depot, mayEdit)}</p>
        <DepotPinMap
          basemap={basemap}
          position={values.pin ?? stored}
          home={stored}
          country={values.country}
          onMove={mayEdit ? (pin) => set("pin", pin) : undefined}
          others={others}
        />
        {values.pin ? (
          <Button size="sm" className="self-start" onClick={() => set("pin", null)}>
            Take the pin back
          </Button>
        ) : null}
      </FormGroup>
    </>
  );
}

function placeOnMap({ pin }: DepotDraft, depot: Depot | null, mayEdit: boolean): string {
  if (pin) return `The pin is yours: ${pin.lat}, ${pin.lng}. It is saved with the depot.`;
  if (!mayEdit) return depot ? `${placeText(depot)}.` : "";
  if (!depot) return "The address is looked up when you save. Click the map to put the pin yourself.";
  return `${placeText(depot)}. Drag the pin, or click the map, to put it on the gate.`;
}
