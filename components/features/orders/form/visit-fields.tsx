"use client";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { WindowsEditor } from "../windows-editor";
import type { VisitDraft, VisitRole } from "./order-draft";
import { type OrderErrors, readPhone } from "./read-order";

export type VisitFieldsProps = {
  role: VisitRole;
  visit: VisitDraft;
  defaultCountry: string;
  errors: OrderErrors;
  onChange: (change: Partial<VisitDraft>) => void;
};

/** One door: who, where, when, and what the driver should know. */
export function VisitFields({ role, visit, defaultCountry, errors, onChange }: VisitFieldsProps) {
  const error = (path: string) => errors[`${role}.${path}`];
  const text = (field: "name" | "phone" | "email" | "street" | "postcode" | "city" | "country" | "serviceMinutes") => ({
    value: visit[field],
    onValueChange: (value: string) => onChange({ [field]: value }),
  });
  const windowErrors = Object.fromEntries(visit.windows.map(({ key }, index) => [key, error(`windows.${index}`)]));
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-[1fr_7rem]">
        <TextField
          label="Street and house number"
          required
          error={error("address.street")}
          autoComplete="off"
          {...text("street")}
        />
        <TextField
          label="Country"
          placeholder={defaultCountry}
          maxLength={2}
          error={error("address.country") && "Two letters, like DK."}
          inputClassName="uppercase"
          {...text("country")}
        />
        <div className="grid grid-cols-[7rem_1fr] gap-3 sm:col-span-2">
          <TextField label="Postcode" error={error("address.postcode")} autoComplete="off" {...text("postcode")} />
          <TextField label="Town" error={error("address.city")} autoComplete="off" {...text("city")} />
        </div>
      </div>
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField label="Name" error={error("contact.name")} autoComplete="off" {...text("name")} />
        <TextField
          label="Phone"
          type="tel"
          error={error("contact.phone")}
          autoComplete="off"
          {...text("phone")}
          onBlur={() => {
            const read = readPhone(visit.phone, visit.country || defaultCountry);
            if (!read.error && read.phone !== visit.phone) onChange({ phone: read.phone });
          }}
        />
        <TextField label="E-mail" type="email" error={error("contact.email")} autoComplete="off" {...text("email")} />
      </div>
      <div className="grid gap-3 sm:grid-cols-[1fr_8rem]">
        <WindowsEditor days value={visit.windows} errors={windowErrors} onChange={(windows) => onChange({ windows })} />
        <TextField
          label="Minutes at the door"
          inputMode="decimal"
          trailing={<span className="pr-2">min</span>}
          error={error("serviceSeconds")}
          {...text("serviceMinutes")}
        />
      </div>
      <TextArea
        label="Instructions for the driver"
        rows={2}
        error={error("instructions")}
        value={visit.instructions}
        onValueChange={(instructions) => onChange({ instructions })}
      />
    </div>
  );
}
