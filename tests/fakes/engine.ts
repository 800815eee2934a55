/** Engines in iframes that load when the test says so, or are taken out of the page. */
import type { IframeEngine } from '../../src/engine/client/iframe-engine.ts';
import { createDeferred } from './looks.ts';

/** A port of which a test needs to know only whose it is and whether it was closed. */
export interface TestPort {
  readonly of: TestEngine;
  isClosed: boolean;
}

export class TestEngine implements IframeEngine {
  isInPage = true;
  /** Its page has not loaded, and may still do. */
  isLate = false;
  /** When set, the next connection alone fails with it. */
  refusal: unknown = null;
  readonly ports: TestPort[] = [];
  readonly #loaded = createDeferred();

  load(): void {
    this.#loaded.resolve();
  }
  fail(why: unknown): void {
    this.#loaded.reject(why);
  }
  isThere(): boolean {
    return this.isInPage;
  }
  mayStillLoad(): boolean {
    return this.isLate;
  }
  async connect(): Promise<MessagePort> {
    await this.#loaded.promise;
    const { refusal } = this;
    this.refusal = null;
    if (refusal !== null) throw refusal;
    const port = {
      of: this,
      isClosed: false,
      close() {
        port.isClosed = true;
      },
    };
    this.ports.push(port);
    return port as unknown as MessagePort;
  }
  dispose(): void {
    this.isInPage = false;
  }
}

/** Which engine a port speaks to. */
export const engineOfPort = (port: MessagePort): TestEngine => (port as unknown as TestPort).of;
