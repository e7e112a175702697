"use client";
import { type PointerEvent, useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { BigButton } from "../parts/big-button";
import { ROOMY } from "../parts/roomy";
import { useAct } from "../parts/use-act";
import { canvasBytes } from "./shrink-photo";
import { type TakenProof, takenProof } from "./taken-proof";

const WIDTH = 900;
const HEIGHT = 420;
const LINE_Y = 330;

export interface SignatureDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly label: string;
  readonly name: string;
  readonly onSign: (signature: TakenProof, name: string) => Promise<void>;
}

/** Where a recipient signs, with a finger, or by typing the name. Ink is black on white whatever the theme. */
export function SignatureDialog({ open, onOpenChange, label, name, onSign }: SignatureDialogProps) {
  const t = useWords("driverRun");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [typed, setTyped] = useState(name);
  const [isDrawn, setDrawn] = useState(false);
  const { isBusy, run } = useAct();
  const pen = () => {
    const context = canvas.current!.getContext("2d")!;
    context.strokeStyle = "#101418";
    context.fillStyle = "#101418";
    context.lineWidth = 5;
    context.lineCap = "round";
    context.lineJoin = "round";
    return context;
  };
  const at = (event: PointerEvent<HTMLCanvasElement>): [x: number, y: number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT];
  };
  const clear = () => {
    pen().clearRect(0, 0, WIDTH, HEIGHT);
    setDrawn(false);
  };
  const use = async () => {
    const context = pen();
    if (!isDrawn) {
      context.font = "italic 84px Georgia, 'Times New Roman', serif";
      context.textAlign = "center";
      context.fillText(typed.trim(), WIDTH / 2, LINE_Y - 20, WIDTH - 80);
    }
    // Whatever was drawn stands on white paper, not on nothing.
    context.globalCompositeOperation = "destination-over";
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, WIDTH, HEIGHT);
    context.globalCompositeOperation = "source-over";
    await onSign(
      await takenProof("signature", "image/png", await canvasBytes(canvas.current!, "image/png")),
      typed.trim(),
    );
    setDrawn(false);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("signTitle")} description={t("signAbout")}>
      <div className={`flex flex-col gap-4 ${ROOMY}`}>
        <div className="relative rounded-xl border-2 border-line-control bg-white">
          <span aria-hidden="true" className="absolute inset-x-6 top-[78%] h-px bg-[#8b8e93]" />
          <canvas
            ref={canvas}
            width={WIDTH}
            height={HEIGHT}
            aria-label={label}
            role="img"
            className="relative block w-full touch-none"
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              const context = pen();
              context.beginPath();
              context.moveTo(...at(event));
            }}
            onPointerMove={(event) => {
              if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
              const context = pen();
              context.lineTo(...at(event));
              context.stroke();
              setDrawn(true);
            }}
          />
        </div>
        <TextField
          label={t("signName")}
          value={typed}
          autoComplete="off"
          maxLength={120}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className="flex gap-2 [&>*]:flex-1">
          <BigButton onClick={clear}>{t("clear")}</BigButton>
          <BigButton look="primary" disabled={isBusy || !(isDrawn || typed.trim())} onClick={() => void run(use)}>
            {t("useSignature")}
          </BigButton>
        </div>
      </div>
    </Dialog>
  );
}
