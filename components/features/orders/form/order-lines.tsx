"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import { MeasureField } from "@/components/ui/measure-field";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { WordsField } from "../words-field";
import { LineList } from "./line-list";
import type { OrderPartProps } from "./order-basics";
import type { FormProject, TaskDraft, TaskKind, VisitRole } from "./order-draft";
import type { OrderErrors } from "./read-order";

const TASK_KINDS: readonly TaskKind[] = [
  "checkbox",
  "radio",
  "text",
  "decimal",
  "barcode",
  "photo",
  "signature",
  "pin",
];

/** The parcels themselves. */
export function ItemLines({ draft, errors, onChange, project }: OrderPartProps & { project: FormProject }) {
  const t = useWords("orderForm");
  const blank = { description: "", barcode: "", quantity: "1", weight: "" };
  return (
    <LineList
      lines={draft.items}
      addLabel={t("addItem")}
      removeLabel={(number) => t("removeItem", { number })}
      blank={blank}
      onChange={(items) => onChange({ items })}
    >
      {(item, index, patch) => (
        <div className="grid grid-cols-[4.5rem_5.5rem] items-end gap-2 sm:grid-cols-[1fr_10rem_4.5rem_5.5rem]">
          <TextField
            label={t("description")}
            className="col-span-2 sm:col-span-1"
            error={errors[`items.${index}.description`]}
            value={item.description}
            onValueChange={(description) => patch({ description })}
          />
          <TextField
            label={t("barcode")}
            className="col-span-2 sm:col-span-1"
            error={errors[`items.${index}.barcode`]}
            value={item.barcode}
            onValueChange={(barcode) => patch({ barcode })}
          />
          <TextField
            label={t("quantity")}
            inputMode="numeric"
            error={errors[`items.${index}.quantity`]}
            value={item.quantity}
            onValueChange={(quantity) => patch({ quantity })}
          />
          <MeasureField
            label={t("weight")}
            unit={project.weightUnit.unit}
            error={errors[`items.${index}.weightGrams`]}
            value={item.weight}
            onValueChange={(weight) => patch({ weight })}
          />
        </div>
      )}
    </LineList>
  );
}

export type TaskLinesProps = {
  role: VisitRole;
  tasks: readonly TaskDraft[];
  errors: OrderErrors;
  onChange: (tasks: TaskDraft[]) => void;
};

/** What the driver does at the door. */
export function TaskLines({ role, tasks, errors, onChange }: TaskLinesProps) {
  const t = useWords("orderForm");
  const blank = { kind: "photo" as const, label: "", required: true, options: [] };
  return (
    <LineList
      lines={tasks}
      addLabel={t("addTask")}
      removeLabel={(number) => t("removeTask", { number })}
      blank={blank}
      onChange={onChange}
    >
      {(task, index, patch) => (
        <div className="flex flex-col gap-2">
          <div className="grid items-end gap-2 sm:grid-cols-[10rem_1fr_auto]">
            <Select
              label={t("taskKind")}
              options={TASK_KINDS.map((value) => ({ value, label: t(`task.${value}`) }))}
              value={task.kind}
              onValueChange={(kind) => patch({ kind })}
            />
            <TextField
              label={t("whatExactly")}
              error={errors[`${role}.tasks.${index}.label`] && t("wrong.task")}
              value={task.label}
              onValueChange={(label) => patch({ label })}
            />
            <Checkbox
              label={t("required")}
              checked={task.required}
              onCheckedChange={(required) => patch({ required })}
              className="h-8 items-center"
            />
          </div>
          {task.kind === "radio" ? (
            <WordsField label={t("choices")} value={task.options} onChange={(options) => patch({ options })} />
          ) : null}
        </div>
      )}
    </LineList>
  );
}

/** Whatever else the sender wants to keep with the order. */
export function CustomFieldLines({ draft, errors, onChange }: OrderPartProps) {
  const t = useWords("orderForm");
  return (
    <LineList
      lines={draft.customFields}
      addLabel={t("addField")}
      removeLabel={(number) => t("removeField", { number })}
      blank={{ name: "", value: "" }}
      onChange={(customFields) => onChange({ customFields })}
    >
      {(field, index, patch) => (
        <div className="grid grid-cols-[2fr_3fr] gap-2">
          <TextField
            label={t("field")}
            error={errors[`customFields.${index}`]}
            value={field.name}
            onValueChange={(name) => patch({ name })}
          />
          <TextField label={t("value")} value={field.value} onValueChange={(value) => patch({ value })} />
        </div>
      )}
    </LineList>
  );
}
