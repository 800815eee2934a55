/** When the browser has painted the page's first picture. Owns nothing; a page that nobody sees waits for none. */

export function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') resolve();
    // The frame is painted after its callbacks, and before the next task.
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}
