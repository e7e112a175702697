import type { Metadata } from "next";
import { VehiclesPage } from "@/components/features/fleet/vehicles-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Vehicles" };

export default async function Page({ searchParams }: Props) {
  const { add, import: isImport } = await searchParams;
  return <VehiclesPage firstAct={isImport ? "import" : add ? "add" : null} />;
}
