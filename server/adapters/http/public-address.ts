import { BlockList, isIP } from "node:net";

/** What is no host of the internet: ourselves, our own networks, what carries one of them inside, and nobody's. */
const CLOSED = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  CLOSED.addSubnet(network, bits, "ipv4");
}
/** Of version 6 only what is given out to hosts is open, and of that not what leads elsewhere. */
const OPEN_6 = new BlockList();
OPEN_6.addSubnet("2000::", 3, "ipv6");
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  CLOSED.addSubnet(network, bits, "ipv6");
}

/** True for an IP address that may be a stranger's host: whoever lets others name addresses connects to these only. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !CLOSED.check(address, "ipv4");
  return version === 6 && OPEN_6.check(address, "ipv6") && !CLOSED.check(address, "ipv6");
}
