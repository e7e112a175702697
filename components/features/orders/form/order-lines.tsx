"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { WordsField } from "../words-field";
import { LineList } from "./line-list";
import type { OrderPartProps } from "./order-basics";
import type { TaskDraft, TaskKind, VisitRole } from "./order-draft";
import type { OrderErrors } from "./read-order";

const TASK_LABELS: Readonly<Record<TaskKind, string>> = {
  checkbox: "Tick off",
  radio: "Choose one",
  text: "Write down",
  decimal: "Enter a number",
  barcode: "Scan a barcode",
  photo: "Take a photo",
  signature: "Get a signature",
  pin: "Ask for a code",
};

/** The parcels themselves. */
export function ItemLines({ draft, errors, onChange }: OrderPartProps) {
  const blank = { description: "", barcode: "", quantity: "1", weight: "" };
  return (
    <LineList lines={draft.items} noun="item" blank={blank} onChange={(items) => onChange({ items })}>
      {(item, index, patch) => (
        <div className="grid grid-cols-[4.5rem_5.5rem] items-end gap-2 sm:grid-cols-[1fr_10rem_4.5rem_5.5rem]">
          <TextField
            label="Description"
            className="col-span-2 sm:col-span-1"
            error={errors[`items.${index}.description`]}
            value={item.description}
            onValueChange={(description) => patch({ description })}
          />
          <TextField
            label="Barcode"
            className="col-span-2 sm:col-span-1"
            error={errors[`items.${index}.barcode`]}
            value={item.barcode}
            onValueChange={(barcode) => patch({ barcode })}
          />
          <TextField
            label="Quantity"
            inputMode="numeric"
            error={errors[`items.${index}.quantity`]}
            value={item.quantity}
            onValueChange={(quantity) => patch({ quantity })}
          />
          <TextField
            label="Weight"
            inputMode="decimal"
            trailing={<span className="pr-2">kg</span>}
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
  const blank = { kind: "photo" as const, label: "", required: true, options: [] };
  return (
    <LineList lines={tasks} noun="task" blank={blank} onChange={onChange}>
      {(task, index, patch) => (
        <div className="flex flex-col gap-2">
          <div className="grid items-end gap-2 sm:grid-cols-[10rem_1fr_auto]">
            <Select
              label="Task"
              options={(Object.keys(TASK_LABELS) as TaskKind[]).map((value) => ({ value, label: TASK_LABELS[value] }))}
              value={task.kind}
              onValueChange={(kind) => patch({ kind })}
            />
            <TextField
              label="What exactly"
              error={errors[`${role}.tasks.${index}.label`] && "Say what to do."}
              value={task.label}
              onValueChange={(label) => patch({ label })}
            />
            <Checkbox
              label="Required"
              checked={task.required}
              onCheckedChange={(required) => patch({ required })}
              className="h-8 items-center"
            />
          </div>
          {task.kind === "radio" ? (
            <WordsField label="Choices" value={task.options} onChange={(options) => patch({ options })} />
          ) : null}
        </div>
      )}
    </LineList>
  );
}

/** Whatever else the sender wants to keep with the order. */
export function CustomFieldLines({ draft, errors, onChange }: OrderPartProps) {
  return (
    <LineList
      lines={draft.customFields}
      noun="field"
      blank={{ name: "", value: "" }}
      onChange={(customFields) => onChange({ customFields })}
    >
      {(field, index, patch) => (
        <div className="grid grid-cols-[2fr_3fr] gap-2">
          <TextField
            label="Field"
            error={errors[`customFields.${index}`]}
            value={field.name}
            onValueChange={(name) => patch({ name })}
          />
          <TextField label="Value" value={field.value} onValueChange={(value) => patch({ value })} />
        </div>
      )}
    </LineList>
  );
}
