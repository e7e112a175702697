import { MapPinOff } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<MapPinOff />}
        title="There is nothing at this address"
        actions={
          <Link href="/plan" className={buttonClass({ variant: "primary" })}>
            Go to the plan
          </Link>
        }
      >
        It may have been removed, or it belongs to another organization.
      </EmptyState>
    </main>
  );
}
