"use client";
import type { useDraft } from "@/components/lib/use-draft";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
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
  const t = useWords("fleet");
  const { values, errors, set } = draft;
  const field = (key: TextKey) => ({
    value: values[key],
    onValueChange: (text: string) => set(key, text),
    error: errors[key],
  });
  const stored = depot && depot.lat !== null && depot.lng !== null ? { lat: depot.lat, lng: depot.lng } : null;
  return (
    <>
      <FormGroup title={t("depot")}>
        <TextField label={t("name")} required autoComplete="off" placeholder={t("depotExample")} {...field("name")} />
        <TextField
          label={t("timeAtDepot")}
          inputMode="decimal"
          placeholder="0"
          hint={t("timeAtDepotHint")}
          className="sm:max-w-1/2"
          {...field("serviceMinutes")}
        />
      </FormGroup>
      <FormGroup title={t("address")}>
        <TextField label={t("street")} required autoComplete="off" {...field("street")} />
        <div className="grid grid-cols-[1fr_2fr] gap-3">
          <TextField label={t("postcode")} autoComplete="off" {...field("postcode")} />
          <TextField label={t("city")} autoComplete="off" {...field("city")} />
        </div>
        <CountryPicker
          label={t("country")}
          disabled={!mayEdit}
          value={values.country}
          onValueChange={(country) => set("country", country)}
          error={errors.country}
        />
      </FormGroup>
      <FormGroup title={t("placeOnMap")}>
        <p className="text-ink-muted">{placeOnMap(t, values, depot, mayEdit)}</p>
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
            {t("takePinBack")}
          </Button>
        ) : null}
      </FormGroup>
    </>
  );
}

function placeOnMap(t: Words<"fleet">, { pin }: DepotDraft, depot: Depot | null, mayEdit: boolean): string {
  if (pin) return t("pinYours", { lat: String(pin.lat), lng: String(pin.lng) });
  if (!mayEdit) return depot ? `${placeText(t, depot)}.` : "";
  if (!depot) return t("placeNew");
  return t("placeDrag", { place: placeText(t, depot) });
}
