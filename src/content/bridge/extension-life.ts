/**
 * Whether the extension that this script belongs to is still there: it may be updated, disabled or removed, or lose its
 * permission for this site, while the page and this script in it live on.
 */
import { isSiteRemoved } from '../../shared/site-access.ts';

/** False once the script is an orphan: nothing of `chrome` can be reached any more. */
export function isExtensionThere(): boolean {
  try {
    return typeof chrome.runtime?.id === 'string';
  } catch {
    return false;
  }
}

/** Calls back when the user has taken back the permission for this document's site. */
export function onSiteRemoved(listener: () => void): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender) => {
    // Not location.origin, which empty iframes do not share with the page that made them.
    if (sender.id === chrome.runtime.id && isSiteRemoved(message, origin)) listener();
  });
}
