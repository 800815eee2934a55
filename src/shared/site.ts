/** A site, as settings know it: the origin of a tab's page; null for what is no web page, or hidden from us. */
export function siteOfAddress(address: string | undefined): string | null {
  if (address === undefined || !/^https?:/.test(address)) return null;
  return new URL(address).origin;
}
