"use client";
import { type ReactNode, type RefObject, useId } from "react";
import type { Refusal } from "@/components/lib/refusal";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";

export type FormDrawerProps = {
  title: string;
  form: RefObject<HTMLFormElement | null>;
  /** What its button says. */
  submit: string;
  isPending: boolean;
  refusal: Refusal | null;
  /** What stands above the reason of a refusal. */
  refused: string;
  open: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A long form at the side of a list. */
export function FormDrawer(props: FormDrawerProps) {
  const formId = useId();
  const { refusal } = props;
  return (
    <Drawer
      open={props.open}
      onOpenChange={(next) => !next && props.onClose()}
      size="lg"
      title={props.title}
      footer={
        <Button type="submit" form={formId} variant="primary" loading={props.isPending}>
          {props.submit}
        </Button>
      }
    >
      <form
        ref={props.form}
        id={formId}
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        {refusal ? (
          <Banner tone="error" title={props.refused}>
            {refusal.message}
          </Banner>
        ) : null}
        {props.children}
      </form>
    </Drawer>
  );
}
