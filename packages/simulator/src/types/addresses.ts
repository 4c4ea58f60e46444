/** A made-up public IPv4 address that depends on the UUID alone. */
export function publicAddress(uuid: string): string {
  const part = (at: number) => Number.parseInt(uuid.slice(at, at + 2), 16);
  return `20.${(part(0) % 150) + 40}.${part(2)}.${part(4)}`;
}
