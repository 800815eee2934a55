/**
 * A renderer that throws, on pages whose policy has no place for workers: there it runs where the page's own functions are.
 * Owns what is taken from it: clearing the samples that it draws on, which nothing else of ours does.
 */
import type { Page } from './page.ts';

export const breakDrawing = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(Int32Array.prototype, 'fill', {
      configurable: true,
      value() {
        throw new Error('broken by the test');
      },
    });
  });

export const mendDrawing = (page: Page) =>
  page.evaluate(() => void Reflect.deleteProperty(Int32Array.prototype, 'fill'));
