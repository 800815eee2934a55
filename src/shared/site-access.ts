/**
 * The sites that the user has allowed beyond the call sites of the manifest: asking, looking, hearing that one is gone.
 * The browser itself remembers the answer; nothing is stored here. What runs on such a site is background/site-scripts.ts.
 */

interface SiteRemoved {
  readonly type: 'site-removed';
  readonly patterns: readonly string[];
  readonly kept: readonly string[];
}

/** The match pattern of an origin; null for what no filter can work on (files, the browser's own pages). */
export function patternOf(origin: string): string | null {
  const { protocol, hostname } = URL.canParse(origin) ? new URL(origin) : { protocol: '', hostname: '' };
  // Without the port, which permissions do not tell apart.
  return /^https?:$/.test(protocol) ? `${protocol}//${hostname}/*` : null;
}

/** Whether filters may work on this site, by the manifest or by the user's word. */
export async function hasSite(origin: string): Promise<boolean> {
  const pattern = patternOf(origin);
  return pattern !== null && chrome.permissions.contains({ origins: [pattern] });
}

/** Whether the user has allowed this very site, so that it can be taken back. */
export async function isAddedSite(origin: string): Promise<boolean> {
  const pattern = patternOf(origin);
  const { host_permissions: own = [] } = chrome.runtime.getManifest();
  if (pattern === null || own.includes(pattern)) return false;
  const { origins = [] } = await chrome.permissions.getAll();
  return origins.includes(pattern);
}

/**
 * Has the browser ask the user; resolves with the answer. To be called in the click itself, before anything is awaited.
 * Pages that are open already have to be loaded anew: a script that comes after the page's own cannot be the first.
 */
export async function requestSite(origin: string): Promise<boolean> {
  const pattern = patternOf(origin);
  return pattern !== null && chrome.permissions.request({ origins: [pattern] });
}

/** False where there was nothing to take back: the manifest's own sites stay. Open pages stop at once. */
export async function removeSite(origin: string): Promise<boolean> {
  const pattern = patternOf(origin);
  if (pattern === null) return false;
  try {
    return await chrome.permissions.remove({ origins: [pattern] });
  } catch {
    return false;
  }
}

/** @param patterns what was taken back @param kept what is allowed still, by the manifest or the user */
export function siteRemoved(patterns: readonly string[], kept: readonly string[]): SiteRemoved {
  return { type: 'site-removed', patterns, kept };
}

/** Whether a message says that this origin is no longer allowed. */
export function isSiteRemoved(message: unknown, origin: string): boolean {
  const { type, patterns, kept } = (message ?? {}) as Partial<SiteRemoved>;
  if (type !== 'site-removed' || !Array.isArray(patterns) || !Array.isArray(kept)) return false;
  const isOneOf = (these: readonly unknown[]) => these.some((pattern) => covers(`${pattern}`, origin));
  return isOneOf(patterns) && !isOneOf(kept);
}

/** Whether a match pattern for whole sites (https://*.example.com/*) is one for this origin. */
function covers(pattern: string, origin: string): boolean {
  const { protocol, hostname } = URL.canParse(origin) ? new URL(origin) : { protocol: '', hostname: '' };
  const [, scheme = '', host = ''] = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  if (!/^https?:$/.test(protocol) || !['*', protocol.slice(0, -1)].includes(scheme)) return false;
  const domain = host.replace(/^\*\./, '');
  return host === '*' || hostname === domain || (domain !== host && hostname.endsWith(`.${domain}`));
}
