import type { StopToImport } from "../wire/stop";

/** The stop the document imports, in its own units. */
export const importedBananas = {
  address: {
    address1: "123 Main St",
    city: "New York",
    provinceCode: "NY",
    countryCode: "US",
    zip: "10001",
  },
  contact: { firstName: "John", lastName: "Doe", phone: "+14165551000", email: "john.doe@roundtrip.ai" },
  items: [{ name: "Bananas", quantity: 5, grams: 500 }],
  note: "Leave at front door",
  duration: "300s",
  priority: 5,
  orderName: "#123",
} satisfies StopToImport;

/** A stop that uses everything an import may say. */
export const wholeStop = {
  ...importedBananas,
  clientStopId: "my-client-stop-123",
  address: { ...importedBananas.address, address2: "Apt 101" },
  contact: { ...importedBananas.contact, company: "Roundtrip Systems Inc" },
  coordinates: { latitude: 55.676, longitude: 12.568 },
  priority: 9,
  timeWindows: [{ start: { hours: 9, minutes: 30, seconds: 0 }, end: { hours: 17, minutes: 0, seconds: 0 } }],
  deliveryDate: { year: 2031, month: 3, day: 3 },
  attributes: [{ key: "Gift", value: "yes" }],
  tags: ["vip", "two words"],
  tasks: [
    {
      title: "Delivery checklist",
      type: "CHECKBOXES",
      items: [{ title: "Ring twice" }, { title: "Smile" }],
      requiredToMarkStopAsDelivered: true,
      requiredToMarkStopAsAttempted: true,
    },
    { title: "Left with", type: "RADIO_BUTTONS", items: [{ title: "Recipient" }, { title: "Neighbour" }] },
    { title: "Temperature", type: "DECIMAL_INPUT", requiredToMarkStopAsDelivered: true },
    { title: "Parcel", type: "SCANNER_INPUT" },
  ],
  type: "DELIVERY",
  customSignatureDisclosure: "I have it.",
} satisfies StopToImport;
