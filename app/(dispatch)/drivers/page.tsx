import type { Metadata } from "next";
import { DriversPage } from "@/components/features/fleet/drivers-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Drivers" };

export default async function Page({ searchParams }: Props) {
  const { add, import: isImport } = await searchParams;
  return <DriversPage firstAct={isImport ? "import" : add ? "add" : null} />;
}
