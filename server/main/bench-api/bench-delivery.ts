/** A delivery as a shop sends it; its door is one of some thousand in a town. */
export function benchDelivery(index: number) {
  const door = index % 5000;
  const location = { lat: 41.395 + ((door % 71) - 35) * 0.001, lon: 2.165 + ((door % 73) - 36) * 0.0013 };
  return {
    source: "bench",
    source_id: `ful-${index}`,
    order_id: `ord-${index}`,
    packages: [{ package_id: `pkg-${index}`, weight: 1200, volume: 2.5 }],
    pickup: { address: { line1: "Carrer de la Marina 1", city: "Barcelona", postal_code: "08005", country: "ES" } },
    dropoff: {
      address: {
        line1: `Carrer ${door % 400} ${1 + (door % 90)}`,
        city: "Barcelona",
        postal_code: "08001",
        country: "ES",
        location,
      },
      recipient: { name: `Customer ${index}`, phone: "+34600123456", email: `customer${index}@example.com` },
      window: { from: "2031-03-03T08:00:00Z", to: "2031-03-03T10:00:00Z" },
    },
    service_level: "standard",
    priority: "normal",
    metadata: { promised_by: "2031-03-03T12:00:00Z" },
  };
}

/** So many of them as bytes, one a line, made while they are taken. */
export async function* benchLines(count: number, onSent: (sent: number) => Promise<void> = async () => {}) {
  const AT_ONCE = 500;
  for (let from = 0; from < count; from += AT_ONCE) {
    const lines = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) =>
      JSON.stringify(benchDelivery(from + index)),
    );
    yield Buffer.from(`${lines.join("\n")}\n`);
    await onSent(from + lines.length);
  }
}
