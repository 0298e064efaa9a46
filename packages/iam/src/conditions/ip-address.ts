// IP addresses and ranges (CIDR), of both versions, in the strict forms only: no octal, no shortened IPv4, no zones.

/** 4 or 8 groups, of 8 or 16 bits. */
export type IpAddress = readonly number[];

export interface IpRange {
  readonly address: IpAddress;
  readonly prefix: number;
}

/** An IPv4 address that is written as IPv6 (`::ffff:203.0.113.7`) is the IPv4 address. */
export function readAddress(text: string): IpAddress | undefined {
  const address = readIpv4(text) ?? readIpv6(text);
  return address !== undefined && isMapped(address) ? unmapped(address) : address;
}

/** `address/prefix`, or an address alone, which is a range of one. */
export function readRange(text: string): IpRange | undefined {
  const slash = text.indexOf("/");
  const base = slash === -1 ? text : text.slice(0, slash);
  const whole = readIpv4(base) ?? readIpv6(base);
  if (whole === undefined) return undefined;
  const bits = whole.length === 4 ? 32 : 128;
  const size = slash === -1 ? `${bits}` : text.slice(slash + 1);
  const prefix = /^(?:0|[1-9]\d{0,2})$/.test(size) ? Number(size) : Number.NaN;
  if (!(prefix <= bits)) return undefined;
  return isMapped(whole) && prefix >= 96
    ? { address: unmapped(whole), prefix: prefix - 96 }
    : { address: whole, prefix };
}

export function rangeHolds({ address, prefix }: IpRange, candidate: IpAddress): boolean {
  if (address.length !== candidate.length) return false;
  const width = address.length === 4 ? 8 : 16;
  let left = prefix;
  for (let index = 0; left > 0; index += 1) {
    const shift = Math.max(0, width - left);
    if ((address[index] ?? 0) >> shift !== (candidate[index] ?? 0) >> shift) return false;
    left -= width;
  }
  return true;
}

const dot = 0x2e;
const zero = 0x30;

function readIpv4(text: string): IpAddress | undefined {
  const address = [0, 0, 0, 0];
  let octet = 0;
  let number = -1;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (digit >= 0 && digit <= 9) {
      // No zero before other digits: others read such a number as octal.
      if (number === 0) return undefined;
      number = number === -1 ? digit : number * 10 + digit;
      if (number > 255) return undefined;
      address[octet] = number;
    } else if (text.charCodeAt(at) === dot && number !== -1 && octet < 3) {
      octet += 1;
      number = -1;
    } else return undefined;
  }
  return octet === 3 && number !== -1 ? address : undefined;
}

function readIpv6(text: string): IpAddress | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = "", tail] = halves;
  const left = readGroups(head, tail === undefined);
  const right = tail === undefined ? [] : readGroups(tail, true);
  if (left === undefined || right === undefined) return undefined;
  const missing = 8 - left.length - right.length;
  // `::` stands for one group of zeros at least.
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...left, ...Array.from({ length: missing }, () => 0), ...right];
}

/** The last two groups of an address may be written as IPv4. */
function readGroups(text: string, isEnd: boolean): readonly number[] | undefined {
  if (text === "") return [];
  const groups: number[] = [];
  const written = text.split(":");
  for (const [index, group] of written.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(group)) {
      groups.push(Number.parseInt(group, 16));
      continue;
    }
    const embedded = isEnd && index === written.length - 1 ? readIpv4(group) : undefined;
    if (embedded === undefined) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = embedded;
    groups.push(a * 256 + b, c * 256 + d);
  }
  return groups;
}

function isMapped(address: IpAddress): boolean {
  return address.length === 8 && address[5] === 0xffff && address.slice(0, 5).every((group) => group === 0);
}

function unmapped(address: IpAddress): IpAddress {
  const [high = 0, low = 0] = address.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255];
}
